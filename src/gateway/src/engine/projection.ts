import {
  GraphQLList,
  GraphQLNonNull,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ErrorList } from './errors.js';
import { isObject, type JsonObject } from './json.js';
import { leafCheck } from './leaves.js';
import { conditionsOf, holds, type Condition, type Conjunction } from './selection-conditions.js';

/** What one projection works with. */
export interface ProjectionRun {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: ErrorList;
  /** Answers of `__schema` and `__type`, by response key. */
  readonly introspection: Readonly<Record<string, unknown>> | undefined;
  readonly path: (string | number)[];
}

export type Project = (data: JsonObject, run: ProjectionRun) => JsonObject | null;

/** Null because a non-null field below is null: already explained, so no second error. */
const nulled = Symbol('nulled');
/** Null where the type does not allow it: the parent must become null. */
const bubble = Symbol('bubble');
type Complete = (value: unknown, run: ProjectionRun) => unknown;

interface Occurrence {
  readonly selections: SelectionSetNode;
  readonly when: Conjunction;
}
interface FieldPlan {
  readonly key: string;
  readonly when: Condition;
  readonly source: 'data' | 'typename' | 'introspection';
  readonly complete: Complete;
}
interface Collected {
  readonly name: string;
  readonly conditions: Conjunction[];
  readonly children: Occurrence[];
}

/**
 * Compiles what a client asked into a function from merged subgraph data to the answer: the client's order and
 * aliases, nothing it did not ask for, and nulls moved up as the specification says.
 */
export function compileProjection(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Project {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) throw new Error(`The schema has no ${operation.operation}.`);
  const complete = completeComposite(root, [{ selections: operation.selectionSet, when: [] }]);
  return (data, run) => {
    const projected = complete(data, run);
    return isObject(projected) ? projected : null;
  };

  function completeType(type: GraphQLOutputType, children: readonly Occurrence[]): Complete {
    if (type instanceof GraphQLNonNull) return completeNonNull(completeType(type.ofType as GraphQLOutputType, children), type);
    if (type instanceof GraphQLList) return completeList(completeType(type.ofType, children));
    const named = getNamedType(type);
    return isLeafType(named) ? completeLeaf(leafCheck(named), named.name) : completeComposite(named, children);
  }

  function completeNonNull(complete: Complete, type: GraphQLNonNull<GraphQLOutputType>): Complete {
    return (value, run) => {
      const completed = complete(value, run);
      if (completed === nulled) return bubble;
      if (completed !== null) return completed;
      if (!run.errors.covers(run.path)) {
        run.errors.add({
          message: `A value of type ${type.toString()} is missing.`,
          path: [...run.path],
          extensions: { code: 'NULL_IN_NON_NULL' },
        });
      }
      return bubble;
    };
  }

  function completeComposite(type: GraphQLCompositeType, occurrences: readonly Occurrence[]): Complete {
    const plans = new Map<string, readonly FieldPlan[]>();
    const planFor = (name: string, runtime: GraphQLCompositeType): readonly FieldPlan[] => {
      const known = plans.get(name);
      if (known !== undefined) return known;
      const compiled = fieldPlans(runtime, occurrences);
      plans.set(name, compiled);
      return compiled;
    };
    return (value, run) => {
      if (value === null || value === undefined) return null;
      if (!isObject(value)) return unfit(run, type.name);
      const runtime = runtimeType(type, value);
      if (runtime === undefined) return unfit(run, type.name);
      return projectFields(value, planFor(runtime.name, runtime), runtime, run);
    };
  }

  /** The abstract type itself when no subgraph had a reason to say which type it is; undefined when clients cannot see it. */
  function runtimeType(type: GraphQLCompositeType, value: JsonObject): GraphQLCompositeType | undefined {
    if (!isAbstractType(type)) return type;
    const typename = value['__typename'];
    if (typeof typename !== 'string' || typename === type.name) return type;
    const named = schema.getType(typename);
    if (isObjectType(named)) return schema.isSubType(type, named) ? named : undefined;
    return isAbstractType(named) ? type : undefined;
  }

  function fieldPlans(runtime: GraphQLCompositeType, occurrences: readonly Occurrence[]): readonly FieldPlan[] {
    const collected = new Map<string, Collected>();
    for (const { selections, when } of occurrences) collect(runtime, selections, when, collected);
    return [...collected].map(([key, field]) => {
      const when = field.conditions.some((c) => c.length === 0) ? undefined : field.conditions;
      if (field.name === '__typename') return { key, when, source: 'typename', complete: (v: unknown) => v };
      if (runtime === root && (field.name === SchemaMetaFieldDef.name || field.name === TypeMetaFieldDef.name)) {
        return { key, when, source: 'introspection', complete: (v: unknown) => v };
      }
      const definition = 'getFields' in runtime ? runtime.getFields()[field.name] : undefined;
      if (definition === undefined) throw new Error(`${runtime.name} has no field ${field.name}.`);
      return { key, when, source: 'data', complete: completeType(definition.type, field.children) };
    });
  }

  function collect(runtime: GraphQLCompositeType, set: SelectionSetNode, when: Conjunction, into: Map<string, Collected>): void {
    for (const selection of set.selections) {
      const own = conditionsOf(selection.directives);
      if (own === null) continue;
      const all = own.length === 0 ? when : [...when, ...own];
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const field = into.get(key) ?? { name: selection.name.value, conditions: [], children: [] };
        into.set(key, field);
        field.conditions.push(all);
        if (selection.selectionSet !== undefined) field.children.push({ selections: selection.selectionSet, when: all });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment !== undefined && applies(fragment.typeCondition?.name.value, runtime))
        collect(runtime, fragment.selectionSet, all, into);
    }
  }

  function applies(condition: string | undefined, runtime: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === runtime.name) return true;
    const type = schema.getType(condition);
    return (
      isAbstractType(type) && (isObjectType(runtime) || 'getInterfaces' in runtime) && schema.isSubType(type, runtime as GraphQLObjectType)
    );
  }
}

function projectFields(value: JsonObject, plans: readonly FieldPlan[], runtime: GraphQLCompositeType, run: ProjectionRun): unknown {
  const projected: JsonObject = {};
  for (const { key, when, source, complete } of plans) {
    if (when !== undefined && !holds(when, run.variables)) {
      run.errors.forget([...run.path, key]);
      continue;
    }
    if (source === 'typename') {
      projected[key] = runtime.name;
      continue;
    }
    if (source === 'introspection') {
      projected[key] = run.introspection?.[key] ?? null;
      continue;
    }
    run.path.push(key);
    // An alias may be called "constructor": only what was fetched counts.
    const completed = complete(Object.hasOwn(value, key) ? value[key] : null, run);
    run.path.pop();
    if (completed === bubble) return nulled;
    projected[key] = completed === nulled ? null : completed;
  }
  return projected;
}

function completeList(complete: Complete): Complete {
  return (value, run) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return unfit(run, 'list');
    const items = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      run.path.push(index);
      const completed = complete(value[index], run);
      run.path.pop();
      if (completed === bubble) return nulled;
      items[index] = completed === nulled ? null : completed;
    }
    return items;
  };
}

function completeLeaf(check: (value: unknown) => unknown, typeName: string): Complete {
  return (value, run) => {
    if (value === null || value === undefined) return null;
    const checked = check(value);
    return checked === undefined ? unfit(run, typeName) : checked;
  };
}

/** The value itself is not repeated: it may be what the client must not see. */
function unfit(run: ProjectionRun, typeName: string): typeof nulled {
  run.errors.add({
    message: `A value that is not a ${typeName} was received.`,
    path: [...run.path],
    extensions: { code: 'INVALID_VALUE_RECEIVED' },
  });
  return nulled;
}
