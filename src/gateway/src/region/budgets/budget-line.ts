import type { RegionApi } from '../api/region-api.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, flag, key, list, text, whole, word } from '../common/row-values.js';
import { verbatim } from '../common/words.js';

/** Budget lines with their amounts. */
export const budgetLineEntity = (api: RegionApi): Entity =>
  entity(api, 'BudgetLine', { path: '/budget-lines', key: 'key' }, (row) => ({
    unitKey: key(row, 'unit'),
    year: whole(row, 'year'),
    number: text(row, 'number'),
    label: text(row, 'label'),
    projectKey: text(row, 'project'),
    parentKey: text(row, 'parent'),
    leaf: flag(row, 'leaf'),
    funding: word(row, 'funding'),
    category: word(row, 'category', verbatim),
    digitalTransformation: row['dx'] ?? null,
    ground: text(row, 'ground'),
    floor: word(row, 'floor'),
    amounts: list(row, 'amounts').map((amount) => ({
      stage: word(amount, 'stage'),
      amount: decimal(amount, 'amount'),
      origin: word(amount, 'origin'),
      source: text(amount, 'source'),
    })),
    withdrawnBecause: text(row, 'withdrawnBecause'),
    illustrative: flag(row, 'illustrative'),
    version: whole(row, 'version'),
    createdAt: text(row, 'createdAt'),
    updatedAt: text(row, 'updatedAt'),
  }));
