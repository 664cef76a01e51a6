import type { Row } from '../api/rows.js';
import { nodeId } from '../common/node-id.js';
import { key, text, whole } from '../common/row-values.js';
import { wordList } from '../common/words.js';

/** Kinds of things the API tells changes of. */
export const kinds = wordList({
  project: 'PROJECT',
  'budget-line': 'BUDGET_LINE',
  province: 'PROVINCE',
  target: 'TARGET',
  period: 'PERIOD',
  report: 'REPORT',
  'figure-binding': 'FIGURE_BINDING',
  'observation-batch': 'OBSERVATION_BATCH',
});

const typenames: Readonly<Record<string, string>> = {
  PROJECT: 'Project',
  BUDGET_LINE: 'BudgetLine',
  PROVINCE: 'Province',
  TARGET: 'Target',
  PERIOD: 'Period',
  REPORT: 'Report',
};

export interface Change {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly unitKey: string | null;
  readonly nodeId: string | null;
  readonly typename: string | null;
  readonly version: number | null;
  readonly type: string | null;
  readonly at: string | null;
}

/** A notice of the API; null for a kind of things this graph does not know. */
export function changeOf(row: Row): Change | null {
  const kind = kinds.toGraph(key(row, 'kind'));
  if (!(kind in known)) return null;
  const typename = typenames[kind] ?? null;
  const subject = key(row, 'key');
  return {
    id: key(row, 'id'),
    kind,
    key: subject,
    unitKey: unitOf(kind, subject),
    nodeId: typename === null ? null : nodeId(typename, subject),
    typename,
    version: whole(row, 'version'),
    type: text(row, 'type'),
    at: text(row, 'at'),
  };
}

const known: Readonly<Record<string, true>> = {
  PROJECT: true,
  BUDGET_LINE: true,
  PROVINCE: true,
  TARGET: true,
  PERIOD: true,
  REPORT: true,
  FIGURE_BINDING: true,
  OBSERVATION_BATCH: true,
};

/** The unit a key speaks of. */
function unitOf(kind: string, subject: string): string | null {
  const parts = subject.split('/');
  switch (kind) {
    case 'PROJECT':
    case 'BUDGET_LINE':
    case 'PROVINCE':
    case 'FIGURE_BINDING':
      return parts[0] ?? null;
    case 'REPORT':
      return parts[1] ?? null;
    default:
      return null;
  }
}
