import type { Resolver } from '../../local/local-schema.js';
import type { FeatureOf } from '../common/feature.js';
import { words } from '../common/words.js';
import { metricEntity } from '../metrics/metric.js';
import { connectionOf, connectionUnder } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { periodEntity } from '../periods/period.js';
import { unitEntity } from '../units/unit.js';
import { figuresOf } from './figures.js';
import { reportEntity } from './report.js';
import { reportSchema } from './schema.js';
import { sheetOf } from './sheet.js';

const filterFields = {
  ids: 'key',
  periods: 'period',
  units: 'unit',
  states: ['state', words],
  late: 'late',
  dueFrom: 'due.gte',
  dueUntil: 'due.lte',
  questionsOpenAtLeast: 'questionsOpen.gte',
  illustrative: 'illustrative',
  updatedSince: 'updatedAt.gte',
} as const;

type ReportArguments = ListArguments & { readonly asOf?: string | null };

interface WithId {
  readonly id: string;
}

/** What units report. */
export const reports: FeatureOf = (api) => {
  const report = reportEntity(api);
  const metric = metricEntity(api);
  const list = { path: '/reports', node: report.node };
  const query = (args: ReportArguments, parent?: string) => ({ ...listQuery(args, filterFields, parent), asOf: args.asOf ?? undefined });
  const under =
    (column: 'unit' | 'period', filter: 'units' | 'periods'): Resolver =>
    (parent: WithId, args: ReportArguments, context, info) =>
      connectionUnder(api, list, { column, key: parent.id }, query(args, filter), args, context, info);
  return {
    sdl: reportSchema,
    entities: { Report: report.references },
    nodes: { Report: report.references },
    resolvers: {
      Query: {
        report: (_, args: WithId, context) => report.loader(context).load(args.id),
        reports: (_, args: ReportArguments, context, info) => connectionOf(api, list, query(args), args, context, info),
        reportSheet: (_, args: WithId, context) => sheetOf(api, args.id, context),
      },
      Unit: { reports: under('unit', 'units') },
      Period: { reports: under('period', 'periods') },
      Report: {
        period: periodEntity(api).under('periodKey'),
        unit: unitEntity(api).under('unitKey'),
        figures: (of: WithId, _, context) => figuresOf(api, of.id, context),
      },
      Figure: { metric: metric.under('metricKey') },
      ReportSheet: { report: report.under('reportKey') },
      AskedFigure: { metric: metric.under('metricKey') },
      ReportQuestion: { metric: metric.under('metricKey') },
      ReportHistoryLine: { metric: metric.under('metricKey') },
    },
  };
};
