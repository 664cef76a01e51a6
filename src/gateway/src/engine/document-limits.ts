import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { OperationLimits } from './limits.js';

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}
const nothing: Size = { depth: 0, aliases: 0, fields: 0 };

/**
 * Measures an operation without its schema, each fragment once, so that a document that would explode when spread is
 * refused in time linear to its text. Spreads in a circle are left to validation, which names them.
 */
export function checkDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: OperationLimits,
): readonly GraphQLError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Size>();
  const badAliases: GraphQLError[] = [];
  const size = measure(operation.selectionSet);
  return [
    ...badAliases,
    ...exceeded('depth', 'DEPTH_LIMIT_EXCEEDED', size.depth, limits.depth),
    ...exceeded('number of aliases', 'ALIAS_LIMIT_EXCEEDED', size.aliases, limits.aliases),
    ...exceeded('number of fields', 'FIELD_LIMIT_EXCEEDED', size.fields, limits.fields),
  ];

  function measure(set: SelectionSetNode): Size {
    let depth = 0;
    let aliases = 0;
    let fields = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet === undefined ? nothing : measure(selection.selectionSet);
        depth = Math.max(depth, 1 + inner.depth);
        aliases += inner.aliases + (selection.alias === undefined ? 0 : 1);
        fields += inner.fields + 1;
        if (selection.alias?.value === '__proto__') {
          badAliases.push(
            new GraphQLError('"__proto__" cannot be an alias.', { nodes: selection, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
          );
        }
        continue;
      }
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? measure(selection.selectionSet) : measureFragment(selection.name.value);
      depth = Math.max(depth, inner.depth);
      aliases += inner.aliases;
      fields += inner.fields;
    }
    return { depth, aliases, fields };
  }

  function measureFragment(name: string): Size {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, nothing);
    const fragment = fragments.get(name);
    const size = fragment === undefined ? nothing : measure(fragment.selectionSet);
    measured.set(name, size);
    return size;
  }
}

function exceeded(what: string, code: string, actual: number, limit: number): readonly GraphQLError[] {
  if (actual <= limit) return [];
  const shown = actual < 1_000_000 ? String(actual) : 'over a million';
  return [new GraphQLError(`The ${what} of this operation is ${shown}; at most ${limit} is answered.`, { extensions: { code } })];
}
