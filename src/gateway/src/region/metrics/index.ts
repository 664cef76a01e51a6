import type { FeatureOf } from '../common/feature.js';
import { words } from '../common/words.js';
import { connectionOf } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { metricEntity } from './metric.js';
import { metricSchema } from './schema.js';

const filterFields = {
  ids: 'id',
  nameContains: 'name.contains',
  nameEnContains: 'nameEn.contains',
  measureKinds: ['kind', words],
  pillars: ['pillar', words],
  unitsOfMeasure: 'unit',
} as const;

/** What is measured. */
export const metrics: FeatureOf = (api) => {
  const metric = metricEntity(api);
  const list = { path: '/metrics', node: metric.node };
  return {
    sdl: metricSchema,
    entities: { Metric: metric.references },
    nodes: { Metric: metric.references },
    resolvers: {
      Query: {
        metric: (_, args: { readonly id: string }, context) => metric.loader(context).load(args.id),
        metrics: (_, args: ListArguments, context, info) => connectionOf(api, list, listQuery(args, filterFields), args, context, info),
      },
      Metric: { numerator: metric.under('numeratorKey'), denominator: metric.under('denominatorKey') },
    },
  };
};
