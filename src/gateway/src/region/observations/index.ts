import type { Resolver } from '../../local/local-schema.js';
import { argumentError } from '../api/problems.js';
import { loaderOf, rowsByColumn, type Row } from '../api/rows.js';
import type { FeatureOf } from '../common/feature.js';
import { whole } from '../common/row-values.js';
import { words } from '../common/words.js';
import { metricEntity } from '../metrics/metric.js';
import { connectionOf, connectionUnder } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { unitEntity } from '../units/unit.js';
import { observationEntity } from './observation.js';
import { observationSchema } from './schema.js';

const filterFields = {
  ids: 'id',
  metrics: 'metric',
  units: 'unit',
  provinces: 'province',
  periods: 'period',
  from: 'periodEnd.gte',
  until: 'periodStart.lte',
  stages: ['stage', words],
  standings: ['standing', words],
  origins: ['origin', words],
  sourceContains: 'source.contains',
  batches: 'batch',
  recordedSince: 'recordedAt.gte',
  illustrative: 'illustrative',
} as const;

interface ObservationArguments extends ListArguments {
  readonly asOf?: string | null;
  readonly revisions?: boolean | null;
}

/** What was measured. */
export const observations: FeatureOf = (api) => {
  const observation = observationEntity(api);
  const unit = unitEntity(api);
  const list = { path: '/observations', node: observation.node };
  const under =
    (column: 'unit' | 'metric', filter: 'units' | 'metrics'): Resolver =>
    (parent: { readonly id: string }, args: ObservationArguments, context, info) =>
      connectionUnder(api, list, { column, key: parent.id }, query(args, filter), args, context, info);
  return {
    sdl: observationSchema,
    entities: { Observation: observation.references },
    nodes: { Observation: observation.references },
    resolvers: {
      Query: {
        observation: (_, args: { readonly id: string }, context) => observation.loader(context).load(args.id),
        observations: (_, args: ObservationArguments, context, info) => connectionOf(api, list, query(args), args, context, info),
      },
      Unit: { observations: under('unit', 'units') },
      Metric: { observations: under('metric', 'metrics') },
      Observation: {
        metric: metricEntity(api).under('metricKey'),
        unit: unit.under('unitKey'),
        province: unit.under('provinceKey'),
        revisions: async (of: { readonly id: string }, _, context) => {
          const rows = await loaderOf<readonly Row[]>(context, 'observation revisions', (keys) =>
            rowsByColumn(api, { path: '/observation-revisions', column: 'of' }, keys, context),
          ).load(of.id);
          return rows.toSorted((a, b) => (whole(a, 'revision') ?? 0) - (whole(b, 'revision') ?? 0)).map(observation.node);
        },
      },
    },
  };
};

function query(args: ObservationArguments, parent?: string) {
  const asOf = args.asOf ?? undefined;
  if (asOf !== undefined && args.revisions === true) {
    throw argumentError('revisions', 'Không dùng "revisions" cùng "asOf".', 'Use "revisions" or "asOf", not both.');
  }
  return { ...listQuery(args, filterFields, parent), asOf, revisions: args.revisions === true ? 'true' : undefined };
}
