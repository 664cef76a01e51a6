import type { RequestContext } from '../../engine/request-context.js';
import type { RegionApi, Write } from '../api/region-api.js';
import { forgetReads, type Row } from '../api/rows.js';

/** How a client may safely repeat a write and make it depend on what it saw. */
export interface WriteTerms {
  readonly idempotencyKey?: string | null;
  readonly expectedVersion?: number | null;
}

/** What a mutation answers when the world says no: every reason, for the client to act upon. */
export interface Refused {
  readonly __typename: 'Refused';
  readonly reasons: readonly object[];
}

/**
 * Carries a write out in the caller's name. What was read before in this request is forgotten, so that the answer shows what was
 * done. A refusal, a stale version, a key used twice and a thing that is not there are `Refused`; not being let in is an error.
 */
export async function carryOut(
  api: RegionApi,
  write: Pick<Write, 'method' | 'path' | 'body'>,
  terms: WriteTerms,
  context: RequestContext,
  done: (body: Row) => object,
): Promise<object> {
  const idempotencyKey = terms.idempotencyKey ?? null;
  const answer = await api.send({ ...write, idempotencyKey, expectedVersion: terms.expectedVersion ?? null }, context);
  forgetReads(context);
  if (!answer.done) return { __typename: 'Refused', reasons: answer.problem.refusals } satisfies Refused;
  return { ...done((answer.body ?? {}) as Row), version: answer.version, replayed: answer.replayed };
}
