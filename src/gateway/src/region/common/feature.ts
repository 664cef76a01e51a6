import type { EntityResolver, Resolvers } from '../../local/local-schema.js';
import type { RegionApi } from '../api/region-api.js';

/** One feature of the region's graph: what it adds to the schema and how it is answered. */
export interface Feature {
  readonly sdl: string;
  readonly resolvers: Resolvers;
  readonly entities?: Readonly<Record<string, EntityResolver>>;
  /** Types that `node` and `nodes` can give, each read by plain keys. */
  readonly nodes?: Readonly<Record<string, EntityResolver>>;
}

export type FeatureOf = (api: RegionApi) => Feature;
