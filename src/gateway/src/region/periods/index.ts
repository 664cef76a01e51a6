import type { FeatureOf } from '../common/feature.js';
import { words } from '../common/words.js';
import { metricEntity } from '../metrics/metric.js';
import { connectionOf } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { unitEntity } from '../units/unit.js';
import { periodEntity } from './period.js';
import { periodSchema } from './schema.js';

const filterFields = {
  ids: 'id',
  states: ['state', words],
  from: 'end.gte',
  until: 'start.lte',
  units: 'units',
  metrics: 'metrics',
  illustrative: 'illustrative',
} as const;

/** What reports cover. */
export const periods: FeatureOf = (api) => {
  const period = periodEntity(api);
  const metric = metricEntity(api);
  const list = { path: '/periods', node: period.node };
  return {
    sdl: periodSchema,
    entities: { Period: period.references },
    nodes: { Period: period.references },
    resolvers: {
      Query: {
        period: (_, args: { readonly id: string }, context) => period.loader(context).load(args.id),
        periods: (_, args: ListArguments, context, info) => connectionOf(api, list, listQuery(args, filterFields), args, context, info),
      },
      Period: { units: unitEntity(api).allUnder('unitKeys'), metrics: metric.allUnder('metricKeys') },
      FormQuestion: { metric: metric.under('metricKey') },
    },
  };
};
