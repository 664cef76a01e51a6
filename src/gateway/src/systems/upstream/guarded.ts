import { Breaker, type BreakerState } from './breaker.js';
import { asFailure, SystemFailure } from './failure.js';
import { Gate } from './gate.js';

/** How calls to one system went, for metrics. */
export interface CallObserver {
  called(system: string, outcome: 'ok' | SystemFailure['kind'], ms: number): void;
}

/** Every call to a system goes through here: breaker, room, time. A call that hangs is left behind when its time is up. */
export class GuardedCalls {
  readonly #system: string;
  readonly #timeoutMs: number;
  readonly #gate: Gate;
  readonly #breaker: Breaker;
  readonly #observer: CallObserver | undefined;

  constructor(system: string, timeoutMs: number, atOnce: number, breaker = new Breaker(), observer?: CallObserver) {
    this.#system = system;
    this.#timeoutMs = timeoutMs;
    this.#gate = new Gate(atOnce);
    this.#breaker = breaker;
    this.#observer = observer;
  }

  get breakerState(): BreakerState {
    return this.#breaker.state;
  }

  /** Rejects with a `SystemFailure`, never with anything else, and never later than the system's timeout. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (!this.#breaker.admit()) throw new SystemFailure('resting', 'failed too often lately');
    const started = performance.now();
    const overdue = new AbortController();
    const timer = setTimeout(() => overdue.abort(new SystemFailure('timeout', 'no answer in time')), this.#timeoutMs);
    try {
      const answer = await this.#gate.run(() => settledBefore(work(overdue.signal), overdue.signal), overdue.signal);
      this.#breaker.succeeded();
      this.#observer?.called(this.#system, 'ok', performance.now() - started);
      return answer;
    } catch (error) {
      const failure = asFailure(error);
      if (failure.kind === 'busy') this.#breaker.abandoned();
      else this.#breaker.failed();
      this.#observer?.called(this.#system, failure.kind, performance.now() - started);
      throw failure;
    } finally {
      clearTimeout(timer);
      overdue.abort();
    }
  }
}

/** The work's outcome, or a timeout when the signal aborts first. */
function settledBefore<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new SystemFailure('timeout', 'no answer in time')), { once: true });
    work.then(resolve, reject);
  });
}
