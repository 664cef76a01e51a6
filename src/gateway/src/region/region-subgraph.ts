import type { RequestContext } from '../engine/request-context.js';
import type { Subgraph } from '../engine/subgraph.js';
import { withFederationLink, type EntityResolver, type Resolver, type ResolveType } from '../local/local-schema.js';
import { localSubgraph } from '../local/local-subgraph.js';
import { RegionApi } from './api/region-api.js';
import type { RegionApiSettings } from './api/settings.js';
import type { Feature, FeatureOf } from './common/feature.js';
import { nodesFeature } from './common/nodes.js';
import { DateScalar, DateTime, Decimal, Json } from './common/scalars.js';
import { features } from './features.js';

/** The name of the region's own data in the supergraph. */
export const regionSubgraphName = 'region';

export interface RegionSubgraphOptions {
  /** Told about failures that are bugs of ours; the client sees only "Internal error.". */
  readonly onUnexpected?: (error: unknown, context: RequestContext) => void;
}

/** Everything the core holds, as a subgraph over its REST API, run in this process. */
export function regionSubgraph(settings: RegionApiSettings, options: RegionSubgraphOptions = {}): Subgraph {
  const api = new RegionApi(settings);
  const { sdl, resolvers, entities } = together(features, api);
  return localSubgraph({
    name: regionSubgraphName,
    sdl,
    resolvers,
    entities,
    scalars: [Decimal, DateScalar, DateTime, Json],
    close: () => api.close(),
    ...(options.onUnexpected === undefined ? {} : { onUnexpected: options.onUnexpected }),
  });
}

/** The SDL alone, for composition and checks without an API at hand. */
export function regionSdl(): string {
  return withFederationLink(together(features, new RegionApi({ origin: 'http://localhost' })).sdl);
}

function together(list: readonly FeatureOf[], api: RegionApi): Required<Omit<Feature, 'nodes'>> {
  const own = list.map((feature) => feature(api));
  const all = [nodesFeature(Object.assign({}, ...own.map((feature) => feature.nodes ?? {})) as Record<string, EntityResolver>), ...own];
  const resolvers: Record<string, Record<string, Resolver | ResolveType>> = {};
  for (const [type, fields] of all.flatMap((feature) => Object.entries(feature.resolvers))) {
    resolvers[type] = { ...resolvers[type], ...fields };
  }
  return {
    sdl: all.map((feature) => feature.sdl).join('\n'),
    resolvers,
    entities: Object.assign({}, ...all.map((feature) => feature.entities ?? {})) as Record<string, EntityResolver>,
  };
}
