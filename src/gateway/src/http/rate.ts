import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Lru } from '../engine/lru.js';

interface Bucket {
  tokens: number;
  filled: number;
}

/** Clients remembered; a flood from more addresses than that forgets the quietest first. */
const clients = 50_000;
const burst = 4;
/** Several people behind one address share it; one credential is one client. */
const addressShare = 4;

/** Token buckets per credential and per address: a made-up credential does not buy a new allowance. */
export class Rate {
  readonly #buckets = new Lru<string, Bucket>(clients);
  readonly #perSecond: number;

  /** @param perSecond 0 is no limit. */
  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /**
   * Seconds to wait, or 0 when the request may pass.
   * @param client Where the client is; never a proxy's that many clients share.
   */
  check({ headers }: Pick<IncomingMessage, 'headers'>, client: string, now = performance.now()): number {
    if (this.#perSecond === 0) return 0;
    const address = this.#take(`a ${client}`, this.#perSecond * addressShare, now);
    const credential = headers.authorization ?? headers.cookie;
    if (credential === undefined) return Math.max(address, 0);
    const name = createHash('sha256').update(credential).digest('base64');
    return Math.max(address, this.#take(`c ${name}`, this.#perSecond, now));
  }

  #take(key: string, perSecond: number, now: number): number {
    const most = perSecond * burst;
    const bucket = this.#buckets.get(key) ?? { tokens: most, filled: now };
    bucket.tokens = Math.min(most, bucket.tokens + ((now - bucket.filled) / 1000) * perSecond);
    bucket.filled = now;
    this.#buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens--;
    return 0;
  }
}
