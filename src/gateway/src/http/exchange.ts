import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Lease } from '../compose/running-graph.js';
import type { EngineResult } from '../engine/answer.js';
import type { Operation } from '../engine/operation.js';
import { requestContext, type RequestContext } from '../engine/request-context.js';
import { continueTrace } from './traceparent.js';

/** One request on its way through: what `graphql-http` carries as its raw request. */
export interface Exchange {
  readonly lease: Lease;
  readonly context: RequestContext;
  /** Set when the document was accepted. */
  operation?: Operation;
  variables?: Readonly<Record<string, unknown>>;
  result?: EngineResult;
}

/** A context that is aborted at the deadline and when the client goes away. `end` must be called once it is over. */
export function openContext(
  request: IncomingMessage,
  response: ServerResponse,
  deadlineMs: number | null,
): { readonly context: RequestContext; readonly end: () => void } {
  const abort = new AbortController();
  const timer = deadlineMs === null ? undefined : setTimeout(() => abort.abort(new Error('deadline')), deadlineMs);
  const gone = (): void => {
    if (!response.writableFinished) abort.abort(new Error('client gone'));
  };
  response.once('close', gone);
  const { authorization, cookie } = request.headers;
  const lastEventId = request.headers['last-event-id'];
  const context = requestContext({
    ...(authorization === undefined ? {} : { authorization }),
    ...(cookie === undefined ? {} : { cookie }),
    traceparent: continueTrace(first(request.headers['traceparent'])),
    signal: abort.signal,
    deadline: Date.now() + (deadlineMs ?? 0),
    place: { last: first(lastEventId) },
  });
  return {
    context,
    end() {
      clearTimeout(timer);
      response.off('close', gone);
    },
  };
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
