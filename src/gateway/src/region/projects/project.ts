import type { RegionApi } from '../api/region-api.js';
import type { Row } from '../api/rows.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, flag, key, text, texts, whole, word, wordsOf } from '../common/row-values.js';
import { verbatim, wordList } from '../common/words.js';

/** Decrees a project may stand under. */
export const regimes = wordList({ '73/2019': 'DECREE_73_2019', '45/2026': 'DECREE_45_2026', '224/2026': 'DECREE_224_2026' });

/** Projects as the list holds them; what only the whole project tells is read by `details`. */
export const projectEntity = (api: RegionApi): Entity => entity(api, 'Project', { path: '/projects', key: 'key' }, fields);

function fields(row: Row): Readonly<Record<string, unknown>> {
  const decisionNumber = text(row, 'decisionNumber');
  return {
    unitKey: key(row, 'unit'),
    number: text(row, 'number'),
    name: text(row, 'name'),
    ownerAgency: text(row, 'ownerAgency'),
    pillar: word(row, 'pillar'),
    category: word(row, 'category', verbatim),
    form: word(row, 'form'),
    regime: word(row, 'regime', regimes),
    state: word(row, 'state'),
    stateFunding: decimal(row, 'stateFunding'),
    nonStateFunding: decimal(row, 'nonStateFunding'),
    ceiling: decimal(row, 'ceiling'),
    decision: decisionNumber === null ? null : { number: decisionNumber, date: text(row, 'decisionOn') },
    committed: decimal(row, 'committed'),
    disbursed: decimal(row, 'disbursed'),
    plannedDisbursed: decimal(row, 'plannedDisbursed'),
    percent: decimal(row, 'percent'),
    plannedPercent: decimal(row, 'plannedPercent'),
    reportedOn: text(row, 'reportedOn'),
    progressOrigin: word(row, 'progressOrigin'),
    delayReasons: wordsOf(row, 'delayReasons'),
    late: flag(row, 'late'),
    slow: flag(row, 'slow'),
    overdueSince: text(row, 'overdueSince'),
    nextDue: text(row, 'nextDue'),
    proposedOn: text(row, 'proposedOn'),
    approvedOn: text(row, 'approvedOn'),
    startedOn: text(row, 'startedOn'),
    endedOn: text(row, 'endedOn'),
    plannedFinish: text(row, 'plannedFinish'),
    slipDays: whole(row, 'slipDays'),
    openRisks: whole(row, 'openRisks'),
    highestRisk: whole(row, 'highestRisk'),
    systems: texts(row, 'systems'),
    illustrative: flag(row, 'illustrative'),
    version: whole(row, 'version'),
    createdAt: text(row, 'createdAt'),
    updatedAt: text(row, 'updatedAt'),
  };
}
