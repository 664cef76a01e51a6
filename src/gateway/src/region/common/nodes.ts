import type { RequestContext } from '../../engine/request-context.js';
import type { EntityResolver } from '../../local/local-schema.js';
import { argumentError } from '../api/problems.js';
import { mostRows } from '../api/rows.js';
import type { Feature } from './feature.js';
import { fromNodeId } from './node-id.js';
import { sharedTypes } from './shared-types.js';

/** `node` and `nodes` over what the features can give, one read for each type. */
export function nodesFeature(byType: Readonly<Record<string, EntityResolver>>): Feature {
  const find = async (nodeIds: readonly string[], context: RequestContext): Promise<readonly (object | null)[]> => {
    if (nodeIds.length > mostRows) throw argumentError('nodeIds', `Nhiều nhất ${mostRows} mã.`, `At most ${mostRows} ids.`);
    const found = new Map<string, object | null>();
    const wanted = new Map<string, string[]>();
    for (const nodeId of nodeIds) {
      const typename = fromNodeId(nodeId)?.typename ?? '';
      wanted.set(typename, [...(wanted.get(typename) ?? []), nodeId]);
    }
    await Promise.all(
      [...wanted].map(async ([typename, ids]) => {
        const read = byType[typename];
        if (read === undefined) return;
        const things = await read(
          ids.map((nodeId) => ({ id: fromNodeId(nodeId)?.id ?? '' })),
          context,
        );
        ids.forEach((nodeId, i) => found.set(nodeId, things[i] ?? null));
      }),
    );
    return nodeIds.map((nodeId) => found.get(nodeId) ?? null);
  };
  return {
    sdl: sharedTypes,
    resolvers: {
      Query: {
        node: async (_, args: { readonly nodeId: string }, context) => (await find([args.nodeId], context))[0] ?? null,
        nodes: (_, args: { readonly nodeIds: readonly string[] }, context) => find(args.nodeIds, context),
      },
      Node: { __resolveType: (value: unknown) => (value as { readonly __typename: string }).__typename },
    },
  };
}
