/** `closed`: calls go through; `open`: none do; `half-open`: one call tries whether the system is well again. */
export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerRules {
  /** Failures older than this are forgotten. */
  readonly windowMs: number;
  /** Fewer calls than this within the window prove nothing. */
  readonly leastCalls: number;
  /** Opens at this share of failures, 0 to 1. */
  readonly failureShare: number;
  /** First rest; doubles with every trial that fails, up to `longestRestMs`. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

export const usualRules: BreakerRules = { windowMs: 30_000, leastCalls: 4, failureShare: 0.5, restMs: 2_000, longestRestMs: 30_000 };

/** Leaves a failing system alone, so that nobody waits for it and it can recover. */
export class Breaker {
  readonly #rules: BreakerRules;
  readonly #now: () => number;
  #calls: { readonly at: number; readonly failed: boolean }[] = [];
  #openUntil: number | undefined;
  #rest: number;
  #trial = false;

  constructor(rules: BreakerRules = usualRules, now: () => number = Date.now) {
    this.#rules = rules;
    this.#now = now;
    this.#rest = rules.restMs;
  }

  get state(): BreakerState {
    if (this.#openUntil === undefined) return 'closed';
    return this.#now() < this.#openUntil ? 'open' : 'half-open';
  }

  /** Whether a call may be made. After its rest a system gets one call; others wait for how that went. */
  admit(): boolean {
    const state = this.state;
    if (state === 'half-open' && !this.#trial) {
      this.#trial = true;
      return true;
    }
    return state === 'closed';
  }

  /** Every admitted call is followed by exactly one of `succeeded`, `failed` or `abandoned`. */
  succeeded(): void {
    if (this.#openUntil !== undefined) {
      this.#openUntil = undefined;
      this.#trial = false;
      this.#rest = this.#rules.restMs;
      this.#calls = [];
    }
    this.#note(false);
  }

  failed(): void {
    this.#note(true);
    if (this.#openUntil !== undefined) {
      if (!this.#trial) return;
      this.#trial = false;
      this.#rest = Math.min(this.#rest * 2, this.#rules.longestRestMs);
      this.#openUntil = this.#now() + this.#rest;
      return;
    }
    const failures = this.#calls.filter((call) => call.failed).length;
    if (this.#calls.length >= this.#rules.leastCalls && failures / this.#calls.length >= this.#rules.failureShare) {
      this.#openUntil = this.#now() + this.#rest;
    }
  }

  /** The call was never made: says nothing about the system. */
  abandoned(): void {
    this.#trial = false;
  }

  #note(failed: boolean): void {
    const from = this.#now() - this.#rules.windowMs;
    this.#calls = this.#calls.filter((call) => call.at > from).slice(-99);
    this.#calls.push({ at: this.#now(), failed });
  }
}
