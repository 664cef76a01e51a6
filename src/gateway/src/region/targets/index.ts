import type { RequestContext } from '../../engine/request-context.js';
import { loaderOf, rowsByColumn, type Row } from '../api/rows.js';
import type { FeatureOf } from '../common/feature.js';
import { words } from '../common/words.js';
import { metricEntity } from '../metrics/metric.js';
import { connectionOf } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { unitEntity } from '../units/unit.js';
import { targetSchema } from './schema.js';
import { raise, targetEntity, targetVersion } from './target.js';

const filterFields = {
  ids: 'id',
  metrics: 'metric',
  scopes: ['scope', words],
  units: 'unit',
  regionCodes: 'region',
  legalSourceContains: 'legalSource.contains',
  proposed: 'proposed',
  dueUntil: 'dueBy.lte',
  illustrative: 'illustrative',
} as const;

/** What is to be reached. */
export const targets: FeatureOf = (api) => {
  const target = targetEntity(api);
  const unit = unitEntity(api);
  const list = { path: '/targets', node: target.node };
  const ofTarget = (path: string, id: string, context: RequestContext) =>
    loaderOf<readonly Row[]>(context, `${path} by target`, (keys) => rowsByColumn(api, { path, column: 'target' }, keys, context)).load(id);
  return {
    sdl: targetSchema,
    entities: { Target: target.references },
    nodes: { Target: target.references },
    resolvers: {
      Query: {
        target: (_, args: { readonly id: string }, context) => target.loader(context).load(args.id),
        targets: (_, args: ListArguments, context, info) => connectionOf(api, list, listQuery(args, filterFields), args, context, info),
      },
      Target: {
        metric: metricEntity(api).under('metricKey'),
        unit: unit.under('unitKey'),
        raises: async (of: { readonly id: string }, _, context) => (await ofTarget('/target-raises', of.id, context)).map(raise),
        versions: async (of: { readonly id: string }, _, context) =>
          (await ofTarget('/target-versions', of.id, context)).map(targetVersion).sort((a, b) => a.number - b.number),
      },
      TargetRaise: { unit: unit.under('unitKey') },
    },
  };
};
