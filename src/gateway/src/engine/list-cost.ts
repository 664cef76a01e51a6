import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Items asked for, given the variables of a request. */
export type ListCost = (variables: Readonly<Record<string, unknown>>) => number;

/** Counted for a paged field whose page size nobody gave. */
const assumedPage = 50;
const pageArguments = ['first', 'last', 'limit'] as const;

/**
 * Compiles the list cost of a valid operation: every paged field multiplies what is below it by its page size.
 * A list without a page size counts once, as its length is the server's choice and not the client's.
 */
export function compileListCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): ListCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const ofFragments = new Map<string, ListCost>();
  return compile(operation.selectionSet, schema.getRootType(operation.operation));

  function compile(set: SelectionSetNode, parent: GraphQLNamedType | null | undefined): ListCost {
    const parts: ListCost[] = [];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) parts.push(compileField(selection, parent));
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition === undefined ? parent : schema.getType(selection.typeCondition.name.value);
        parts.push(compile(selection.selectionSet, type));
      } else parts.push(compileFragment(selection.name.value));
    }
    return sum(parts.filter((part) => part !== free));
  }

  function compileFragment(name: string): ListCost {
    const known = ofFragments.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const cost = fragment === undefined ? free : compile(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    ofFragments.set(name, cost);
    return cost;
  }

  function compileField(field: FieldNode, parent: GraphQLNamedType | null | undefined): ListCost {
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (definition === undefined || field.selectionSet === undefined) return free;
    const type = getNamedType(definition.type);
    const inner = isCompositeType(type) ? compile(field.selectionSet, type) : free;
    const paging = definition.args.find((argument) => pageArguments.some((name) => name === argument.name));
    if (paging === undefined) return isList(definition.type) && inner === free ? free : inner;
    const preset = typeof paging.defaultValue === 'number' ? paging.defaultValue : assumedPage;
    const sizes = (field.arguments ?? []).filter((argument) => pageArguments.some((name) => name === argument.name.value));
    return (variables) => {
      let page = preset;
      for (const { value } of sizes) {
        const given =
          value.kind === Kind.VARIABLE ? variables[value.name.value] : value.kind === Kind.INT ? Number(value.value) : undefined;
        if (typeof given === 'number') page = Math.max(0, given);
      }
      return page * (1 + inner(variables));
    };
  }
}

const free: ListCost = () => 0;

function sum(parts: readonly ListCost[]): ListCost {
  const [only] = parts;
  if (only === undefined) return free;
  return parts.length === 1 ? only : (variables) => parts.reduce((total, part) => total + part(variables), 0);
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}
