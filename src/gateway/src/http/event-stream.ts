import type { ServerResponse } from 'node:http';
import { OperationTypeNode } from 'graphql';
import { requestContext } from '../engine/request-context.js';
import type { Exchange } from './exchange.js';
import type { RequestParams } from './request-params.js';

/** Comment lines that keep proxies from closing a quiet stream. */
const heartbeatMs = 15_000;

export interface EventStreamOptions {
  /** For each event's own fetches. */
  readonly deadlineMs: number;
}

/**
 * Answers one operation as server-sent events ("distinct connections" of GraphQL over SSE): `next` events with a
 * response each, then `complete`. An event's id is where to resume; browsers send it back as `Last-Event-ID`.
 */
export async function answerAsEvents(
  exchange: Exchange,
  params: RequestParams,
  response: ServerResponse,
  options: EventStreamOptions,
): Promise<void> {
  const { lease, context } = exchange;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
    'x-request-id': context.requestId,
  });
  response.write(':\n\n');
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
  try {
    for await (const result of results(exchange, params, options)) {
      const id = context.place.last === undefined ? '' : `id: ${context.place.last.replace(/[\r\n\0]/g, '')}\n`;
      const roomLeft = response.write(`event: next\n${id}data: ${JSON.stringify(result)}\n\n`);
      if (!roomLeft) await drained(response, context.signal);
      if (context.signal.aborted) break;
    }
  } catch {
    const errors = [{ message: 'The subscription broke off.', extensions: { code: 'SUBSCRIPTION_FAILED' } }];
    if (!context.signal.aborted) response.write(`event: next\ndata: ${JSON.stringify({ errors })}\n\n`);
  } finally {
    clearInterval(heartbeat);
    lease.release();
    response.end('event: complete\ndata:\n\n');
  }
}

async function* results(exchange: Exchange, params: RequestParams, options: EventStreamOptions): AsyncIterable<object> {
  const { lease, context } = exchange;
  const compiled = lease.engine.get(params.query, params.operationName ?? undefined);
  if (!compiled.ok) {
    yield { errors: compiled.errors };
    return;
  }
  const variables = compiled.operation.coerce(params.variables ?? {});
  if (!variables.ok) {
    yield { errors: variables.errors };
    return;
  }
  exchange.operation = compiled.operation;
  const perEvent = () =>
    requestContext({
      ...context,
      memo: new Map<unknown, unknown>(),
      sources: requestContext().sources,
      deadline: Date.now() + options.deadlineMs,
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(options.deadlineMs)]),
    });
  if (compiled.operation.definition.operation !== OperationTypeNode.SUBSCRIPTION) {
    yield await lease.engine.execute(compiled.operation, variables.values, perEvent());
    return;
  }
  yield* lease.engine.subscribe(compiled.operation, variables.values, context, perEvent);
}

async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    response.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
