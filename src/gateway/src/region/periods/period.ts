import type { RegionApi } from '../api/region-api.js';
import { entity, type Entity } from '../common/entity.js';
import { flag, key, list, text, texts, whole, word } from '../common/row-values.js';

/** Reporting periods. */
export const periodEntity = (api: RegionApi): Entity =>
  entity(api, 'Period', { path: '/periods', key: 'id' }, (row) => ({
    titleVi: text(row, 'titleVi'),
    titleEn: text(row, 'titleEn'),
    start: text(row, 'start'),
    end: text(row, 'end'),
    about: text(row, 'about'),
    due: text(row, 'due'),
    state: word(row, 'state'),
    closedAt: text(row, 'closedAt'),
    unitKeys: texts(row, 'units'),
    metricKeys: texts(row, 'metrics'),
    forms: list(row, 'forms').map((form) => ({
      id: key(form, 'id'),
      titleVi: text(form, 'titleVi'),
      titleEn: text(form, 'titleEn'),
      questions: list(form, 'metrics').map((question) => ({ metricKey: key(question, 'metric'), note: text(question, 'note') })),
    })),
    illustrative: flag(row, 'illustrative'),
    version: whole(row, 'version'),
    createdAt: text(row, 'createdAt'),
    updatedAt: text(row, 'updatedAt'),
  }));
