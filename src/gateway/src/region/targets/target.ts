import type { RegionApi } from '../api/region-api.js';
import type { Row } from '../api/rows.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, flag, list, text, whole, word } from '../common/row-values.js';

/** A goal as rows and answers carry it. */
export const goal = (row: Row) => ({
  direction: word(row, 'direction'),
  threshold: decimal(row, 'threshold'),
  upper: decimal(row, 'upper'),
});

/** What a target, or one version of it, says. */
const terms = (row: Row) => ({
  goal: goal(row),
  everyYearFrom: whole(row, 'everyYearFrom'),
  dueBy: text(row, 'dueBy'),
  meanFrom: whole(row, 'meanFrom'),
  validFrom: text(row, 'validFrom'),
  validUntil: text(row, 'validUntil'),
  legalSource: text(row, 'legalSource'),
  proposed: flag(row, 'proposed'),
  trajectory: list(row, 'trajectory').map((milestone) => ({ on: text(milestone, 'on'), expected: decimal(milestone, 'expected') })),
  note: text(row, 'note'),
});

/** One version of a target. */
export const targetVersion = (row: Row) => ({
  number: whole(row, 'number') ?? 0,
  ...terms(row),
  reason: text(row, 'reason'),
  endedOn: text(row, 'endedOn'),
  illustrative: flag(row, 'illustrative'),
  setAt: text(row, 'setAt'),
});

/** Targets with the version in force. */
export const targetEntity = (api: RegionApi): Entity =>
  entity(api, 'Target', { path: '/targets', key: 'id' }, (row) => ({
    metricKey: text(row, 'metric'),
    scope: word(row, 'scope'),
    unitKey: text(row, 'unit'),
    regionCode: text(row, 'region'),
    unitOfMeasure: text(row, 'unitOfMeasure'),
    ...terms(row),
    currentVersion: whole(row, 'currentVersion'),
    illustrative: flag(row, 'illustrative'),
    version: whole(row, 'version'),
    createdAt: text(row, 'createdAt'),
    updatedAt: text(row, 'updatedAt'),
  }));

/** A province promised more than a target asks. */
export const raise = (row: Row) => ({
  targetKey: text(row, 'target'),
  unitKey: text(row, 'unit'),
  number: whole(row, 'number'),
  goal: goal(row),
  from: text(row, 'from'),
  legalSource: text(row, 'legalSource'),
  cancelledBecause: text(row, 'cancelledBecause'),
  illustrative: flag(row, 'illustrative'),
  raisedAt: text(row, 'raisedAt'),
});
