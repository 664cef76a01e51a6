import type { RequestContext } from '../../engine/request-context.js';
import { segment, type RegionApi } from '../api/region-api.js';
import type { Row } from '../api/rows.js';
import { decimal, flag, key, list, part, text, texts, whole, word } from '../common/row-values.js';
import { figure } from './report.js';

/** Everything about one report that the caller may read; null when there is none. */
export async function sheetOf(api: RegionApi, report: string, context: RequestContext): Promise<object | null> {
  const [period = '', unit = '', ...more] = report.split('/');
  if (period === '' || unit === '' || more.length > 0) return null;
  const row = (await api.get(`/reports/${segment(period)}/${segment(unit)}`, {}, context)) as Row | null;
  if (row === null) return null;
  return {
    reportKey: key(row, 'key'),
    figuresVisible: flag(row, 'figuresVisible'),
    figures: list(row, 'figures').map(asked),
    questions: list(row, 'questions').map(question),
    history: list(row, 'history').map(line),
  };
}

function asked(row: Row) {
  const given = part(row, 'figure');
  const earlier = part(row, 'earlier');
  return {
    metricKey: key(row, 'metric'),
    unitOfMeasure: text(row, 'unitOfMeasure'),
    forms: texts(row, 'forms'),
    figure: given === null ? null : figure(given),
    boundTo: text(row, 'boundTo'),
    earlierValue: earlier === null ? null : decimal(earlier, 'value'),
    earlierSource: earlier === null ? null : text(earlier, 'source'),
  };
}

const question = (row: Row) => ({
  number: whole(row, 'number'),
  metricKey: key(row, 'metric'),
  text: text(row, 'text'),
  askedAt: text(row, 'askedAt'),
  answer: text(row, 'answer'),
  answeredAt: text(row, 'answeredAt'),
});

const line = (row: Row) => ({
  what: text(row, 'what'),
  metricKey: text(row, 'metric'),
  value: decimal(row, 'value'),
  was: decimal(row, 'was'),
  noDataReason: text(row, 'noDataReason'),
  origin: word(row, 'origin'),
  source: text(row, 'source'),
  text: text(row, 'text'),
  at: text(row, 'at'),
  version: whole(row, 'version'),
});
