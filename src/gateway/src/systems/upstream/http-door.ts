import { Pool } from 'undici';
import type { Credential } from '../config/system-file.js';
import { SystemFailure } from './failure.js';
import type { Secrets } from './secrets.js';

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  /** Path with query; must stay below the base path. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Bytes of one answer that are read; the rest is not waited for. */
export const mostBytes = 2 * 1024 * 1024;

/** The only way out to one HTTP system: its own pool, its own host, its credential, a bound on time and size. Follows no redirects. */
export class HttpDoor {
  readonly #pool: Pool;
  readonly #base: URL;
  readonly #credential: Credential | undefined;
  readonly #secrets: Secrets;

  constructor(base: URL, atOnce: number, credential: Credential | undefined, secrets: Secrets) {
    this.#base = base;
    this.#credential = credential;
    this.#secrets = secrets;
    this.#pool = new Pool(base.origin, { connections: atOnce, pipelining: 1, connect: { timeout: 1_000 }, keepAliveTimeout: 10_000 });
  }

  /** The text of a 2xx answer. */
  async call(call: HttpCall, signal: AbortSignal): Promise<string> {
    const { statusCode, body } = await this.#pool.request({
      method: call.method,
      path: this.#below(call.path),
      headers: { 'user-agent': 'RegionLink-gateway', ...call.headers, ...this.#authorization() },
      body: call.body ?? null,
      signal,
    });
    if (statusCode < 200 || statusCode > 299) {
      body.on('error', () => undefined).destroy();
      throw new SystemFailure('rejected', `HTTP ${statusCode}`, statusCode);
    }
    return readBounded(body);
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #below(path: string): string {
    const url = new URL(path, this.#base);
    if (url.origin !== this.#base.origin || !url.pathname.startsWith(this.#base.pathname)) {
      throw new SystemFailure('rejected', 'the call would leave the configured address');
    }
    return url.pathname + url.search;
  }

  #authorization(): Readonly<Record<string, string>> {
    const credential = this.#credential;
    if (credential === undefined) return {};
    const secret = this.#secrets(credential.name);
    if (secret === undefined) throw new SystemFailure('rejected', `secret ${credential.name} is not set`);
    switch (credential.as) {
      case 'bearer':
        return { authorization: `Bearer ${secret}` };
      case 'basic':
        return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
      case 'header':
        return { [(credential.header ?? 'authorization').toLowerCase()]: secret };
    }
  }
}

async function readBounded(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) throw new SystemFailure('too-large', `more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new SystemFailure('garbage', 'not UTF-8');
  }
}
