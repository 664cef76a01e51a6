import { setMaxListeners } from 'node:events';
import { GraphQLError } from 'graphql';
import { Pool, type Dispatcher } from 'undici';
import type { RequestContext } from '../../engine/request-context.js';
import { parseExact, writeExact } from './exact-json.js';
import { errorOf, problemOf, unavailableError, type Problem } from './problems.js';
import type { RegionApiSettings } from './settings.js';

export type Query = Readonly<Record<string, string | undefined>>;

/** A write: what, and the terms it is made under. */
export interface Write {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
  readonly expectedVersion: number | null;
}

export type WriteAnswer =
  | { readonly done: true; readonly body: unknown; readonly version: number | null; readonly replayed: boolean }
  | { readonly done: false; readonly problem: Problem };

/** Answers to a write that the client can act upon: wrong body, no such thing, key used twice, stale version, refused. */
const forTheClient: ReadonlySet<number> = new Set([400, 404, 409, 412, 413, 422]);

/** Longest query string asked for: servers take request lines of 8 kB. */
export const longestQuery = 6_000;

/**
 * The region's REST API in the name of a caller. Reads throw a `GraphQLError` with the API's code; an API that cannot be reached is
 * `source.unavailable`. Addresses and answers that are no problem documents never reach an error.
 */
export class RegionApi {
  readonly #pool: Pool;

  constructor(settings: RegionApiSettings) {
    const answerTimeout = settings.answerTimeoutMs ?? 10_000;
    this.#pool = new Pool(settings.origin, {
      connections: settings.connections ?? 32,
      connect: { timeout: settings.connectTimeoutMs ?? 1_000 },
      headersTimeout: answerTimeout,
      bodyTimeout: answerTimeout,
      keepAliveTimeout: 30_000,
    });
  }

  /** The answer of a read; null when there is no such thing. */
  async get(path: string, query: Query, context: RequestContext): Promise<unknown> {
    const answer = await this.#answer({ method: 'GET', path: `/api/v1${path}${queryString(query)}`, headers: headersOf(context) }, context);
    const body = parsed(await answer.body.text().catch(failed));
    if (answer.statusCode === 200 && body !== null) return body;
    if (answer.statusCode === 404) return null;
    throw errorOf(problemOf(answer.statusCode, body));
  }

  /** Carries a write out. A refusal is a value, for the client to act upon; not being let in, or no answer, is thrown. */
  async send(write: Write, context: RequestContext): Promise<WriteAnswer> {
    const headers: Record<string, string> = { ...headersOf(context), 'content-type': 'application/json' };
    if (write.idempotencyKey !== null) headers['idempotency-key'] = write.idempotencyKey;
    if (write.expectedVersion !== null) headers['if-match'] = `"${write.expectedVersion}"`;
    const answer = await this.#answer(
      { method: write.method, path: `/api/v1${write.path}`, headers, body: writeExact(write.body) },
      context,
    );
    const body = parsed(await answer.body.text().catch(failed));
    if (answer.statusCode < 300 && body !== null) {
      return { done: true, body, version: versionOf(answer.headers['etag']), replayed: answer.headers['idempotent-replayed'] === 'true' };
    }
    const problem = problemOf(answer.statusCode, body);
    if (!forTheClient.has(answer.statusCode)) throw errorOf(problem);
    return { done: false, problem };
  }

  /** An endless answer, such as server-sent events, as it comes; ends when the context's signal aborts. */
  async *stream(path: string, headers: Readonly<Record<string, string>>, context: RequestContext): AsyncGenerator<string> {
    const options = { method: 'GET', path: `/api/v1${path}`, headers: { ...headersOf(context), ...headers }, bodyTimeout: 40_000 } as const;
    const answer = await this.#answer(options, context);
    if (answer.statusCode !== 200) throw errorOf(problemOf(answer.statusCode, parsed(await answer.body.text().catch(failed))));
    const decoder = new TextDecoder();
    try {
      for await (const part of answer.body) yield decoder.decode(part as Buffer, { stream: true });
    } finally {
      answer.body.destroy();
    }
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #answer(options: Dispatcher.RequestOptions, context: RequestContext): Promise<Dispatcher.ResponseData> {
    // Every call of a request listens to its one deadline; that many is no leak.
    setMaxListeners(0, context.signal);
    const request = { ...options, signal: context.signal };
    try {
      return await this.#pool.request(request);
    } catch (error) {
      // A kept-alive connection may be closed by the other side just as it is used; reading again is safe.
      if (options.method !== 'GET' || !isLostConnection(error)) throw unavailableError();
      return await this.#pool.request(request).catch(failed);
    }
  }
}

function failed(): never {
  throw unavailableError();
}

function isLostConnection(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}

function parsed(text: string): unknown {
  try {
    return parseExact(text);
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    return null;
  }
}

function headersOf(context: RequestContext): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (context.authorization !== undefined) headers['authorization'] = context.authorization;
  if (context.cookie !== undefined) headers['cookie'] = context.cookie;
  if (context.traceparent !== undefined) headers['traceparent'] = context.traceparent;
  return headers;
}

function versionOf(etag: string | string[] | undefined): number | null {
  const version = typeof etag === 'string' ? /^"(\d+)"$/.exec(etag)?.[1] : undefined;
  return version === undefined ? null : Number(version);
}

/** `?a=b` without what is undefined. The signs of keys stay readable. */
export function queryString(query: Query): string {
  const parts = Object.entries(query)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${escaped(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

export function escaped(value: string): string {
  return encodeURIComponent(value).replace(/%(?:40|2F|2C|3A)/g, (sign) => decodeURIComponent(sign));
}

/** One part of a path: a key or number somebody sent. */
export function segment(value: string): string {
  return encodeURIComponent(value).replace(/%40/g, '@');
}
