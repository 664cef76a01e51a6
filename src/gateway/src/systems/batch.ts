import type { RequestContext } from '../engine/request-context.js';
import type { Read } from './config/system-file.js';
import type { Answer, ConnectedSystem } from './connected-system.js';
import type { PeriodDays } from './connectors/connector.js';

interface Batch {
  readonly ids: Map<string, number>;
  readonly answers: Promise<readonly Answer[]>;
}

const memo = Symbol('batches of connected systems');

/** Gathers what the fields of one request ask in the same turn into one question per read and period. */
export async function batched(
  context: RequestContext,
  system: ConnectedSystem,
  read: Read,
  id: string,
  period: PeriodDays | undefined,
): Promise<Answer> {
  const open = openBatches(context);
  const days = period === undefined ? '' : `${period.from} ${period.to}`;
  const byPeriod = open.get(read) ?? new Map<string, Batch>();
  open.set(read, byPeriod);
  let batch = byPeriod.get(days);
  if (batch === undefined) {
    const ids = new Map<string, number>();
    const answers = nextTurn().then(() => {
      byPeriod.delete(days);
      return system.load(read, [...ids.keys()], period, context);
    });
    batch = { ids, answers };
    byPeriod.set(days, batch);
  }
  const place = batch.ids.get(id) ?? batch.ids.size;
  batch.ids.set(id, place);
  const answer = (await batch.answers)[place];
  return answer ?? { state: 'unavailable', reason: 'garbage' };
}

function openBatches(context: RequestContext): Map<Read, Map<string, Batch>> {
  const known = context.memo.get(memo) as Map<Read, Map<string, Batch>> | undefined;
  if (known !== undefined) return known;
  const made = new Map<Read, Map<string, Batch>>();
  context.memo.set(memo, made);
  return made;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
