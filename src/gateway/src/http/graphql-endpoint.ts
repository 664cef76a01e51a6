import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from 'graphql-http';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RunningGraph } from '../compose/running-graph.js';
import type { Settings } from '../config/settings.js';
import { readBody } from './body.js';
import { clientAddress } from './client-address.js';
import { answerCors } from './cors.js';
import { mayBeForged } from './csrf.js';
import { answerAsEvents } from './event-stream.js';
import { openContext, type Exchange } from './exchange.js';
import { graphqlHandler } from './graphql-handler.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { PersistedDocuments } from './persisted-documents.js';
import { Rate } from './rate.js';
import { isResponse, paramsParser } from './request-params.js';
import { refuse } from './respond.js';

export interface EndpointOptions {
  readonly graph: RunningGraph;
  readonly settings: Pick<Settings, 'bodyBytes' | 'deadlineMs' | 'ratePerSecond' | 'trustedProxies' | 'corsOrigins'>;
  readonly documents: PersistedDocuments;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Aborts when the process stops: subscriptions end, queries are let finish. */
  readonly stopping: AbortSignal;
}

/** `/graphql`: the guards in their order, then one answer or a stream of them. */
export function graphqlEndpoint(options: EndpointOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const handler = graphqlHandler(options.documents);
  const parse = paramsParser<Exchange, undefined>(options.documents);
  const rate = new Rate(options.settings.ratePerSecond);

  return async (request, response) => {
    if (answerCors(request, response, options.settings.corsOrigins)) return;
    const wait = rate.check(request, clientAddress(request, options.settings.trustedProxies));
    if (wait > 0) {
      refuse(response, 429, 'RATE_LIMITED', 'Too many requests.', { 'retry-after': String(wait) });
      return;
    }
    if (mayBeForged(request)) {
      refuse(response, 403, 'CSRF', 'A GET with a cookie must carry the header "X-Requested-With", which another site cannot send.');
      return;
    }
    const body = await readBody(request, options.settings.bodyBytes);
    if (body === null) {
      refuse(response, 413, 'REQUEST_TOO_LARGE', `A request may hold ${options.settings.bodyBytes} bytes.`, { connection: 'close' });
      return;
    }
    if (/text\/event-stream/i.test(request.headers.accept ?? '')) await stream(request, response, body);
    else await answer(request, response, body);
  };

  async function answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const started = performance.now();
    const { context, end } = openContext(request, response, options.settings.deadlineMs);
    const exchange: Exchange = { lease: options.graph.lease(), context };
    try {
      const [text, init] = await handler(asHandled(request, body, exchange));
      if (response.destroyed) return;
      response.writeHead(init.status, init.statusText, {
        ...init.headers,
        ...(text === null ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
        'x-request-id': context.requestId,
        'cache-control': 'no-store',
      });
      response.end(text ?? '');
    } finally {
      end();
      exchange.lease.release();
      note(exchange, response.statusCode, started);
    }
  }

  async function stream(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const { context: own, end } = openContext(request, response, null);
    const context = { ...own, signal: AbortSignal.any([own.signal, options.stopping]) };
    const exchange: Exchange = { lease: options.graph.lease(), context };
    options.metrics.streams.inc();
    const started = performance.now();
    try {
      const params = await readParams(request, body, exchange);
      if (params === undefined || isResponse(params)) {
        const [text, init] = params ?? [null, { status: 400, statusText: 'Bad Request' }];
        response.writeHead(init.status, init.statusText, init.headers ?? {}).end(text ?? '');
        return;
      }
      await answerAsEvents(exchange, params, response, options.settings);
    } catch (error) {
      if (response.headersSent || !(error instanceof Error)) throw error;
      const code = error instanceof GraphQLError ? codeOf(error) : 'BAD_REQUEST';
      refuse(response, 400, code, error.message);
    } finally {
      end();
      exchange.lease.release();
      options.metrics.streams.dec();
      note(exchange, response.statusCode, started);
    }
  }

  function readParams(request: IncomingMessage, body: string, exchange: Exchange): ReturnType<typeof parse> {
    return parse({ ...asHandled(request, body, exchange), context: undefined });
  }

  function note(exchange: Exchange, status: number, started: number): void {
    const elapsed = (performance.now() - started) / 1000;
    const kind = exchange.operation?.definition.operation ?? 'none';
    const errors = exchange.result?.errors;
    options.metrics.answered(kind, status, errors !== undefined, elapsed, exchange.context.sources.list());
    options.log.debug('request', {
      requestId: exchange.context.requestId,
      traceparent: exchange.context.traceparent,
      operation: kind,
      name: exchange.operation?.definition.name?.value,
      status,
      milliseconds: Math.round(elapsed * 1000),
      errors: errors?.map(codeOf),
    });
  }
}

function codeOf(error: Pick<GraphQLFormattedError, 'extensions'>): string {
  const code = error.extensions?.['code'];
  return typeof code === 'string' ? code : 'NONE';
}

type Handled = Parameters<Handler<Exchange>>[0];

function asHandled(request: IncomingMessage, body: string, raw: Exchange): Handled {
  return { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body, raw, context: undefined };
}
