import { GraphQLError } from 'graphql';
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestContext } from '../../engine/request-context.js';
import { argumentError, unavailable } from '../api/problems.js';
import type { RegionApi } from '../api/region-api.js';
import { forgetReads, type Row } from '../api/rows.js';
import { changeOf, type Change } from './change.js';
import { eventsOf } from './server-sent-events.js';

const placeText = /^\d{1,20}-\d{1,20}$/;
const longestPauseMs = 15_000;

/**
 * The changes the caller may know of, from now on or after a place. A lost connection is taken up again where it broke; a change may
 * then be told twice, never left out. Ends when the client goes; fails when the caller's session or key ends.
 */
export async function* changesAfter(api: RegionApi, after: string | null, context: RequestContext): AsyncGenerator<Change> {
  if (after !== null && !placeText.test(after)) {
    throw argumentError('after', '"after" phải là id của một thay đổi.', '"after" must be the id of a change.');
  }
  const gone = (): boolean => context.signal.aborted;
  let place = after;
  let failures = 0;
  while (!gone()) {
    try {
      const headers: Record<string, string> = { accept: 'text/event-stream', ...(place === null ? {} : { 'last-event-id': place }) };
      for await (const event of eventsOf(api.stream('/changes', headers, context))) {
        failures = 0;
        place = event.id ?? place;
        const change = event.event === 'heartbeat' ? null : changeOf(JSON.parse(event.data) as Row);
        if (change === null) continue;
        // What was read for the change before may be what has changed now.
        forgetReads(context);
        yield change;
      }
    } catch (error) {
      if (gone()) return;
      // The first attempt tells the client; later ones, once there was a stream, are tried again.
      if (isRefusal(error) || (place === after && failures === 0)) throw error;
    }
    failures++;
    await pause(Math.min(longestPauseMs, 250 * 2 ** failures), undefined, { signal: context.signal }).catch(() => undefined);
  }
}

/** Not being let in does not get better by asking again; everything else does. */
function isRefusal(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions['code'] !== unavailable.code;
}
