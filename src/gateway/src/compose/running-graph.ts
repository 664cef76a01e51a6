import type { Engine } from '../engine/engine.js';

/** An engine for the length of one request. */
export interface Lease {
  readonly engine: Engine;
  /** Call once, when the answer is complete. */
  release(): void;
}

interface Version {
  readonly engine: Engine;
  leases: number;
}

/** The graph being served. A new one takes the next request; the old one is closed after its last. */
export class RunningGraph {
  #current: Version;
  readonly #onClosed: (error: unknown) => void;

  /** @param onCloseFailure told when a replaced subgraph did not close cleanly. */
  constructor(engine: Engine, onCloseFailure: (error: unknown) => void = () => undefined) {
    this.#current = { engine, leases: 0 };
    this.#onClosed = onCloseFailure;
  }

  get engine(): Engine {
    return this.#current.engine;
  }

  lease(): Lease {
    const version = this.#current;
    version.leases++;
    let released = false;
    return {
      engine: version.engine,
      release: () => {
        if (released) return;
        released = true;
        version.leases--;
        this.#closeWhenUnused(version);
      },
    };
  }

  swap(engine: Engine): void {
    const replaced = this.#current;
    this.#current = { engine, leases: 0 };
    this.#closeWhenUnused(replaced);
  }

  async close(): Promise<void> {
    await closeAll(this.#current.engine);
  }

  #closeWhenUnused(version: Version): void {
    if (version === this.#current || version.leases > 0) return;
    closeAll(version.engine).catch(this.#onClosed);
  }
}

async function closeAll(engine: Engine): Promise<void> {
  await Promise.all(engine.subgraphs.map(async (subgraph) => subgraph.close?.()));
}
