import { randomUUID } from 'node:crypto';
import { SourceReports } from './source-reports.js';

/** What a subgraph may know of the request it works for. One per request, never shared. */
export interface RequestContext {
  /** For logs; also sent back as `x-request-id`. */
  readonly requestId: string;
  /** The caller's `authorization` header. Forward it only where the configuration says so. */
  readonly authorization: string | undefined;
  /** The caller's `cookie` header: only for RegionLink's own API. */
  readonly cookie: string | undefined;
  /** W3C trace context of this request, to be sent on. */
  readonly traceparent: string | undefined;
  /** Aborts at the deadline or when the client went away. */
  readonly signal: AbortSignal;
  /** When the answer is due, on the clock of `Date.now()`, in milliseconds. Give up a little earlier and answer with what you have. */
  readonly deadline: number;
  /** For batching and remembering within this request. Use an object or symbol of your own as the key. */
  readonly memo: Map<unknown, unknown>;
  /**
   * Where a subscription stands. Starts as the client's `Last-Event-ID`: resume after it. The subscription's resolver
   * sets it before each event it yields, and the client receives it as the event's id.
   */
  readonly place: { last: string | undefined };
  /** Connected systems say here how they did. */
  readonly sources: SourceReports;
}

/** A context with every part not given set to its quiet default; deadline 15 seconds from now. */
export function requestContext(parts: Partial<RequestContext> = {}): RequestContext {
  return {
    requestId: parts.requestId ?? randomUUID(),
    authorization: parts.authorization,
    cookie: parts.cookie,
    traceparent: parts.traceparent,
    signal: parts.signal ?? new AbortController().signal,
    deadline: parts.deadline ?? Date.now() + 15_000,
    memo: parts.memo ?? new Map<unknown, unknown>(),
    place: parts.place ?? { last: undefined },
    sources: parts.sources ?? new SourceReports(),
  };
}
