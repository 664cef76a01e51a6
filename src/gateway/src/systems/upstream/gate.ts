import { SystemFailure } from './failure.js';

/** Lets a fixed number of calls through at a time; the others wait in order, and when too many wait, fail at once. */
export class Gate {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, mostWaiting = atOnce * 32) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Runs the work when there is room. Rejects with `timeout` when the signal aborts before its turn. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw new SystemFailure('timeout', 'no time left');
    if (this.#running >= this.#atOnce) {
      if (this.#waiting.length >= this.#mostWaiting) throw new SystemFailure('busy', 'too many calls wait');
      await new Promise<void>((resolve, reject) => {
        const turn = (): void => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        };
        const giveUp = (): void => {
          this.#waiting.splice(this.#waiting.indexOf(turn), 1);
          reject(new SystemFailure('timeout', 'no room in time'));
        };
        signal.addEventListener('abort', giveUp, { once: true });
        this.#waiting.push(turn);
      });
    }
    this.#running += 1;
  }
}
