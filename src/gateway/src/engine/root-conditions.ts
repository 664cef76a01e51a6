import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The same operation with the conditions of fragments at the root moved to their fields. The planner loses its way where a fragment of the
 * root has a condition and two of its fields need what a third subgraph requires. A field that has the same condition already, on another
 * variable, keeps its fragment: `@include` may stand once only.
 */
export function conditionsAtRootFields(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const selections = flat(operation.selectionSet, []);
  return {
    ...document,
    definitions: document.definitions.map((d) => (isSame(d, operation) ? { ...d, selectionSet: { ...d.selectionSet, selections } } : d)),
  };

  function flat(set: SelectionSetNode, conditions: readonly DirectiveNode[]): readonly SelectionNode[] {
    return set.selections.flatMap((selection): readonly SelectionNode[] => {
      const own = selection.directives ?? [];
      const both = [...conditions, ...own];
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection);
      if (new Set(both.map((d) => d.name.value)).size < both.length) {
        return [
          { kind: Kind.INLINE_FRAGMENT, directives: conditions, selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] } },
        ];
      }
      return inner === undefined ? [{ ...selection, directives: both }] : flat(inner.selectionSet, both);
    });
  }

  function fragmentOf(selection: SelectionNode): FragmentDefinitionNode | undefined {
    return selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined;
  }
}

/** A document that was rewritten before holds another node of the same operation. */
function isSame(
  definition: DocumentNode['definitions'][number],
  operation: OperationDefinitionNode,
): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operation.name?.value;
}
