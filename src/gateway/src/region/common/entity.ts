import type DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../engine/request-context.js';
import type { EntityResolver } from '../../local/local-schema.js';
import type { RegionApi } from '../api/region-api.js';
import { loaderOf, rowsByKey, type Row } from '../api/rows.js';
import { asksOnlyNames } from '../paging/asked-fields.js';
import { nodeId } from './node-id.js';

/** A thing with a key, read by bulk and remembered for the request. */
export interface Entity {
  readonly typename: string;
  /** What it is, for a row of its list. */
  readonly node: (row: Row) => EntityNode;
  readonly loader: (context: RequestContext) => DataLoader<string, EntityNode | null>;
  /** The thing with the key a property of the parent names; null when that is null. */
  readonly under: (property: string) => Resolve<EntityNode | null>;
  /** The things with the keys a property of the parent names; those that cannot be read are left out. */
  readonly allUnder: (property: string) => Resolve<readonly EntityNode[]>;
  /** Answers references of other subgraphs. */
  readonly references: EntityResolver;
}

type Resolve<T> = (
  parent: Readonly<Record<string, unknown>>,
  args: unknown,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => Promise<T>;

export type EntityNode = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly id: string; readonly nodeId: string };

export function entity(
  api: RegionApi,
  typename: string,
  list: { readonly path: string; readonly key: string; readonly query?: Readonly<Record<string, string>> },
  fields: (row: Row) => Readonly<Record<string, unknown>>,
): Entity {
  const named = (id: string): EntityNode => ({ __typename: typename, id, nodeId: nodeId(typename, id) });
  const node = (row: Row): EntityNode => ({ ...fields(row), ...named(String(row[list.key])) });
  const loader = (context: RequestContext) =>
    loaderOf<EntityNode | null>(context, typename, async (keys) =>
      (await rowsByKey(api, list, keys, context)).map((row) => (row === null ? null : node(row))),
    );
  const load = async (keys: readonly string[], context: RequestContext) => {
    const found = await loader(context).loadMany(keys);
    const failure = found.find((one) => one instanceof Error);
    if (failure !== undefined) throw failure;
    return found as readonly (EntityNode | null)[];
  };
  return {
    typename,
    node,
    loader,
    under: (property) => async (parent, _, context, info) => {
      const id = parent[property];
      if (typeof id !== 'string') return null;
      return asksOnlyNames(info) ? named(id) : loader(context).load(id);
    },
    allUnder: (property) => async (parent, _, context) =>
      (await load(parent[property] as readonly string[], context)).filter((one) => one !== null),
    references: (references, context) =>
      load(
        references.map((reference) => String(reference['id'])),
        context,
      ),
  };
}
