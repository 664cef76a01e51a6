import type { RegionApi } from '../api/region-api.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, flag, key, text, whole, word } from '../common/row-values.js';

/** Observations; by key also those that were replaced since. */
export const observationEntity = (api: RegionApi): Entity =>
  entity(api, 'Observation', { path: '/observations', key: 'id', query: { revisions: 'true' } }, (row) => ({
    metricKey: key(row, 'metric'),
    unitKey: key(row, 'unit'),
    provinceKey: text(row, 'province'),
    period: text(row, 'period'),
    periodStart: text(row, 'periodStart'),
    periodEnd: text(row, 'periodEnd'),
    value: decimal(row, 'value'),
    unitOfMeasure: text(row, 'unitOfMeasure'),
    rankedOutOf: whole(row, 'base'),
    stage: word(row, 'stage'),
    method: text(row, 'method'),
    standing: word(row, 'standing'),
    origin: word(row, 'origin'),
    source: text(row, 'source'),
    sourceUrl: text(row, 'sourceUrl'),
    note: text(row, 'note'),
    revision: whole(row, 'revision'),
    batch: text(row, 'batch'),
    illustrative: flag(row, 'illustrative'),
    recordedAt: text(row, 'recordedAt'),
    supersededAt: text(row, 'supersededAt'),
    supersededByBatch: text(row, 'supersededBy'),
  }));
