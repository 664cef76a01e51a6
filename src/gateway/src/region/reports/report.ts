import type { RegionApi } from '../api/region-api.js';
import type { Row } from '../api/rows.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, flag, key, part, text, whole, word } from '../common/row-values.js';

/** What each unit owes for each period, whether or not somebody began. */
export const reportEntity = (api: RegionApi): Entity =>
  entity(api, 'Report', { path: '/reports', key: 'key' }, (row) => ({
    periodKey: key(row, 'period'),
    unitKey: key(row, 'unit'),
    state: word(row, 'state'),
    due: text(row, 'due'),
    extended: flag(row, 'extended'),
    extensionReason: text(row, 'extensionReason'),
    submittedOn: text(row, 'submittedOn'),
    late: flag(row, 'late'),
    daysLate: whole(row, 'daysLate'),
    figuresGiven: whole(row, 'figures'),
    figuresAsked: whole(row, 'figuresAsked'),
    figuresToApprove: whole(row, 'figuresToApprove'),
    figuresReturned: whole(row, 'figuresReturned'),
    questionsOpen: whole(row, 'questionsOpen'),
    acceptedAt: text(row, 'acceptedAt'),
    publishedAt: text(row, 'publishedAt'),
    illustrative: flag(row, 'illustrative'),
    version: whole(row, 'version'),
    updatedAt: text(row, 'updatedAt'),
  }));

/** A figure as lists, sheets and answers to writes carry it; each knows a part of it. */
export function figure(row: Row) {
  const question = part(row, 'scaleQuestion');
  return {
    metricKey: key(row, 'metric'),
    value: decimal(row, 'value'),
    noDataReason: text(row, 'noDataReason'),
    unitOfMeasure: text(row, 'unitOfMeasure'),
    origin: word(row, 'origin'),
    source: text(row, 'source'),
    note: text(row, 'note'),
    state: word(row, 'state'),
    returnReason: text(row, 'returnReason'),
    scaleQuestion: question === null ? null : scaleQuestion(question),
  };
}

const scaleQuestion = (row: Row) => ({
  factor: whole(row, 'factor'),
  up: flag(row, 'up'),
  against: decimal(row, 'against'),
  againstSource: text(row, 'againstSource'),
  answer: text(row, 'answer'),
});
