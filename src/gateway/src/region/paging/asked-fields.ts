import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Whether a field is selected directly below the one being resolved; in doubt (`@include`) it is. */
export function asksFor(info: GraphQLResolveInfo, field: string): boolean {
  return info.fieldNodes.some((node) => selects(node.selectionSet, field, info));
}

const names: ReadonlySet<string> = new Set(['id', 'nodeId', '__typename']);

/** Whether nothing but its names is asked of a thing, so that it need not be read: what another subgraph's fields hang on. */
export function asksOnlyNames(info: GraphQLResolveInfo): boolean {
  return info.fieldNodes.every(
    (node) => node.selectionSet?.selections.every((selection) => selection.kind === Kind.FIELD && names.has(selection.name.value)) ?? false,
  );
}

function selects(set: SelectionSetNode | undefined, field: string, info: GraphQLResolveInfo): boolean {
  return (
    set?.selections.some((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value === field;
        case Kind.INLINE_FRAGMENT:
          return selects(selection.selectionSet, field, info);
        case Kind.FRAGMENT_SPREAD:
          return selects(info.fragments[selection.name.value]?.selectionSet, field, info);
      }
    }) ?? false
  );
}
