import { argumentError } from '../api/problems.js';
import type { Row } from '../api/rows.js';
import type { FeatureOf } from '../common/feature.js';
import { decimal, flag, key, list, text, whole, word } from '../common/row-values.js';
import { words } from '../common/words.js';
import { metricEntity } from '../metrics/metric.js';
import { observationEntity } from '../observations/observation.js';
import { asksFor } from '../paging/asked-fields.js';
import { unitEntity } from '../units/unit.js';
import { aggregateSchema } from './schema.js';

interface AggregateArguments {
  readonly metrics: readonly string[];
  readonly periods: readonly string[];
  readonly units?: readonly string[] | null;
  readonly boundary?: string | null;
  readonly within?: string | null;
  readonly asOf?: string | null;
  readonly stage?: string | null;
  readonly method?: string | null;
  readonly illustrative?: boolean | null;
}

/** Values of metrics on any boundaries; one call for all of a question. */
export const aggregates: FeatureOf = (api) => {
  const observation = observationEntity(api);
  return {
    sdl: aggregateSchema,
    resolvers: {
      Query: {
        aggregates: async (_, args: AggregateArguments, context, info) => {
          // Sums come several times sooner when nobody asks what they were added up from.
          const parts = asksFor(info, 'parts') ? undefined : 'false';
          const answer = (await api.get('/aggregates', { ...query(args), parts }, context)) as Row | null;
          return answer === null ? null : list(answer, 'items').map(value);
        },
      },
      AggregateValue: {
        metric: metricEntity(api).under('metricKey'),
        unit: unitEntity(api).under('unitKey'),
        parts: observation.allUnder('partKeys'),
      },
    },
  };
};

function query(args: AggregateArguments) {
  return {
    metrics: together('metrics', args.metrics),
    period: together('periods', args.periods),
    units: args.units === null || args.units === undefined ? undefined : together('units', args.units),
    boundary: args.boundary ?? undefined,
    within: args.within ?? undefined,
    asOf: args.asOf ?? undefined,
    stage: args.stage === null || args.stage === undefined ? undefined : words.toApi(args.stage),
    method: args.method ?? undefined,
    illustrative: args.illustrative === false ? 'false' : undefined,
  };
}

const longestList = 1_800;

function together(name: string, values: readonly string[]): string {
  const joined = values.join(',');
  if (values.length > 0 && joined.length <= longestList && values.every((one) => one !== '' && !one.includes(','))) return joined;
  throw argumentError(
    name,
    `"${name}" cần ít nhất một giá trị, không có dấu phẩy, tối đa ${longestList} ký tự.`,
    `"${name}" needs at least one value, without commas, at most ${longestList} characters.`,
  );
}

const value = (row: Row) => ({
  metricKey: key(row, 'metric'),
  unitKey: key(row, 'unit'),
  period: text(row, 'period'),
  value: decimal(row, 'value'),
  unitOfMeasure: text(row, 'unitOfMeasure'),
  basis: word(row, 'basis'),
  periodsAdded: whole(row, 'periods'),
  provisional: flag(row, 'provisional'),
  illustrative: flag(row, 'illustrative'),
  partKeys: list(row, 'parts').map((one) => key(one, 'observation')),
  reasons: list(row, 'reasons').map((reason) => ({
    code: text(reason, 'code'),
    vi: text(reason, 'vi'),
    en: text(reason, 'en'),
    field: text(reason, 'field'),
  })),
});
