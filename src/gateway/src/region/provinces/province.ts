import type { RegionApi } from '../api/region-api.js';
import type { Row } from '../api/rows.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, flag, key, text, texts, whole, word } from '../common/row-values.js';

/** Provinces as keepers of their budgets. */
export const provinceEntity = (api: RegionApi): Entity =>
  entity(api, 'Province', { path: '/provinces', key: 'unit' }, (row) => ({
    unitKey: key(row, 'unit'),
    openYears: texts(row, 'openYears').map(Number),
    closedYears: texts(row, 'closedYears').map(Number),
    illustrative: flag(row, 'illustrative'),
    version: whole(row, 'version'),
    createdAt: text(row, 'createdAt'),
    updatedAt: text(row, 'updatedAt'),
  }));

export const fiscalYear = (row: Row) => ({
  key: key(row, 'key'),
  year: whole(row, 'year'),
  open: flag(row, 'open'),
  reopenedBecause: text(row, 'reopenedBecause'),
  illustrative: flag(row, 'illustrative'),
  unitKey: key(row, 'unit'),
});

export const sharing = (row: Row) => ({
  kind: word(row, 'kind'),
  level: word(row, 'level'),
  setByProvince: flag(row, 'set'),
});

export const total = (row: Row) => ({
  year: whole(row, 'year'),
  stage: word(row, 'stage'),
  form: text(row, 'form'),
  amount: decimal(row, 'amount'),
  origin: word(row, 'origin'),
  source: text(row, 'source'),
  scaleJumpConfirmed: text(row, 'scaleJumpConfirmed'),
  illustrative: flag(row, 'illustrative'),
});
