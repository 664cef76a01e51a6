import type { RegionApi } from '../api/region-api.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, flag, text, texts, word } from '../common/row-values.js';

/** The catalogue of metrics. */
export const metricEntity = (api: RegionApi): Entity =>
  entity(api, 'Metric', { path: '/metrics', key: 'id' }, (row) => ({
    name: text(row, 'name'),
    nameEn: text(row, 'nameEn'),
    unitOfMeasure: text(row, 'unit'),
    measureKind: word(row, 'kind'),
    numeratorKey: text(row, 'numerator'),
    denominatorKey: text(row, 'denominator'),
    better: word(row, 'direction'),
    pillar: word(row, 'pillar'),
    least: decimal(row, 'least'),
    most: decimal(row, 'most'),
    staged: flag(row, 'staged'),
    methods: texts(row, 'methods'),
    note: text(row, 'note'),
  }));
