import {
  executeSync,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { conditionsOf } from './selection-conditions.js';

const meta = new Set(['__schema', '__type']);

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** An operation in two parts: what the schema answers, and what the subgraphs must be asked. */
export interface SplitOperation {
  /** Null when the operation does not ask for the schema. */
  readonly introspection: ((variables: Readonly<Record<string, unknown>>) => Record<string, unknown>) | null;
  /** The document to plan. */
  readonly document: DocumentNode;
  /** False when nothing but `__typename` and the schema was asked for. */
  readonly needsData: boolean;
}

/** `__schema` and `__type` exist on the query root only, so a field of that name is always one of them. */
export function splitIntrospection(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): SplitOperation {
  let found = false as boolean;
  const ofSchema = (fragment: FragmentDefinitionNode) => fragment.typeCondition.name.value.startsWith('__');
  const data: DocumentNode = visit(withoutUnselected(document), {
    FragmentDefinition: (node) => (ofSchema(node) ? null : undefined),
    Field(node) {
      if (!meta.has(node.name.value)) return undefined;
      found = true;
      // Something must stand in its place, or a fragment could become empty.
      return typename;
    },
  });
  const needsData = operation.operation !== OperationTypeNode.QUERY || asksForData(data, operation.name?.value);
  if (!found) return { introspection: null, document: data, needsData };
  const schemaOnly = visit(document, {
    FragmentDefinition: (node) => (ofSchema(node) ? false : undefined),
    Field: (node) => (meta.has(node.name.value) ? false : typename),
  });
  return { introspection: (variables) => introspect(schema, schemaOnly, operation, variables), document: data, needsData };
}

/** Without what `@skip(if: true)` and `@include(if: false)` leave out: the planner fails when that is everything. */
function withoutUnselected(document: DocumentNode): DocumentNode {
  const replace = (node: { readonly directives?: readonly DirectiveNode[] | undefined }) =>
    conditionsOf(node.directives) === null ? typename : undefined;
  return visit(document, { Field: replace, InlineFragment: replace, FragmentSpread: replace });
}

function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variableValues: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const operationName = operation.name?.value ?? null;
  const result = executeSync({ schema, document, variableValues, operationName });
  if (result.data === null || result.data === undefined) throw result.errors?.[0] ?? new GraphQLError('Introspection failed.');
  return result.data;
}

function asksForData(document: DocumentNode, operationName: string | undefined): boolean {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find((d) => operationName === undefined || d.name?.value === operationName);
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [])));
  return operation !== undefined && selectsData(operation);

  function selectsData(parent: { readonly selectionSet: OperationDefinitionNode['selectionSet'] }): boolean {
    return parent.selectionSet.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value !== '__typename';
      if (selection.kind === Kind.INLINE_FRAGMENT) return selectsData(selection);
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && selectsData(fragment);
    });
  }
}
