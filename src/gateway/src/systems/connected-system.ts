import { createHash } from 'node:crypto';
import type { RequestContext } from '../engine/request-context.js';
import type { SourceState } from '../engine/source-reports.js';
import { systemKey, unitOf } from './config/keys.js';
import type { Read, SystemFile } from './config/system-file.js';
import type { Connector, PeriodDays, SystemRecord } from './connectors/connector.js';
import type { Kept, LastGood } from './last-good.js';
import { asFailure, SystemFailure, type FailureKind } from './upstream/failure.js';
import type { GuardedCalls } from './upstream/guarded.js';
import { valuesOf, type Values } from './values.js';

/** What the graph gets to know about one object from one system. */
export type Answer =
  | { readonly state: Exclude<SourceState, 'unavailable'>; readonly records: readonly Values[] }
  | { readonly state: 'unavailable'; readonly reason: FailureKind };

type Outcome = { readonly kept: Kept<readonly Values[]> } | { readonly failure: SystemFailure };

/** Keys in one call: a URL must not grow without end. */
const keysPerCall = 100;
/** Time left for the rest of a request when a system is given up, milliseconds. */
const reserveMs = 250;

/**
 * One system as the graph uses it. Asks for many objects at once, remembers, and keeps the contract: an answer within the request's time,
 * whatever the system does. Calls are shared between requests and are never cancelled by one of them.
 */
export class ConnectedSystem {
  readonly file: SystemFile;
  readonly #connector: Connector;
  readonly #calls: GuardedCalls;
  readonly #lastGood: LastGood<readonly Values[]>;
  readonly #underWay = new Map<string, Promise<Outcome>>();
  readonly #fingerprints = new Map<Read, string>();

  constructor(file: SystemFile, connector: Connector, calls: GuardedCalls, lastGood: LastGood<readonly Values[]>) {
    this.file = file;
    this.#connector = connector;
    this.#calls = calls;
    this.#lastGood = lastGood;
  }

  get resting(): boolean {
    return this.#calls.breakerState === 'open';
  }

  /** Whether the system answers for the object at all. Nobody else's keys are sent to it. */
  covers(id: string): boolean {
    return this.file.units.includes(unitOf(id));
  }

  /** Answers for all objects, same order; reports to the request's sources. Never rejects. */
  async load(read: Read, ids: readonly string[], period: PeriodDays | undefined, context: RequestContext): Promise<readonly Answer[]> {
    const started = performance.now();
    const wait = context.deadline - Date.now() - reserveMs;
    const outcomes = this.#outcomes(read, ids, period);
    return Promise.all(
      ids.map(async (id, i) => {
        const outcome = await within(outcomes[i] ?? Promise.resolve(nothingKnown), wait, context.signal);
        return this.#answer(this.#cacheKey(read, id, period), outcome, context, performance.now() - started);
      }),
    );
  }

  /** Asks the system itself about one object, past everything remembered. Rejects with a `SystemFailure`. */
  async ask(read: Read, id: string, period: PeriodDays | undefined): Promise<readonly Values[]> {
    const key = systemKey(read.key, id);
    if (key === undefined) throw new SystemFailure('rejected', `${id} has no key in this system`);
    const found = await this.#calls.run((signal) => this.#connector.read(read, [key], period, signal));
    return (found.get(key) ?? []).map((record) => valuesOf(record, read.fields));
  }

  async close(): Promise<void> {
    this.#lastGood.flush();
    await this.#connector.close();
  }

  /** One promise per object: fresh in memory, under way already, or of a call that starts now. */
  #outcomes(read: Read, ids: readonly string[], period: PeriodDays | undefined): readonly Promise<Outcome>[] {
    const missing = new Map<string, string>();
    for (const id of ids) {
      const cacheKey = this.#cacheKey(read, id, period);
      const key = systemKey(read.key, id);
      if (key !== undefined && !this.#isFresh(cacheKey) && !this.#underWay.has(cacheKey)) missing.set(cacheKey, key);
    }
    const entries = [...missing];
    for (let i = 0; i < entries.length; i += keysPerCall) this.#start(read, entries.slice(i, i + keysPerCall), period);
    return ids.map((id) => {
      const cacheKey = this.#cacheKey(read, id, period);
      const kept = this.#lastGood.get(cacheKey);
      if (kept !== undefined && this.#isFresh(cacheKey)) return Promise.resolve({ kept });
      return this.#underWay.get(cacheKey) ?? Promise.resolve({ kept: { at: Date.now(), value: [] } });
    });
  }

  #start(read: Read, entries: readonly (readonly [cacheKey: string, key: string])[], period: PeriodDays | undefined): void {
    const keys = [...new Set(entries.map(([, key]) => key))];
    const call = this.#calls.run(async (signal) => {
      const found = await this.#connector.read(read, keys, period, signal);
      const usables = new Map(keys.map((key) => [key, usable(found.get(key) ?? [], read)]));
      const failures = [...usables.values()].filter((value) => value instanceof SystemFailure);
      if (failures[0] !== undefined && failures.length === usables.size) throw failures[0];
      return usables;
    });
    for (const [cacheKey, key] of entries) {
      const outcome = call.then(
        (found) => this.#keep(cacheKey, found.get(key)),
        (error: unknown): Outcome => ({ failure: asFailure(error) }),
      );
      this.#underWay.set(cacheKey, outcome);
      void outcome.finally(() => this.#underWay.delete(cacheKey));
    }
  }

  #keep(cacheKey: string, found: readonly Values[] | SystemFailure | undefined): Outcome {
    if (found === undefined || found instanceof SystemFailure)
      return { failure: found ?? new SystemFailure('garbage', 'no answer for a key') };
    const kept = { at: Date.now(), value: found };
    this.#lastGood.put(cacheKey, kept.value, kept.at);
    return { kept };
  }

  #answer(cacheKey: string, outcome: Outcome, context: RequestContext, latencyMs: number): Answer {
    const kept = 'kept' in outcome ? outcome.kept : this.#lastGood.get(cacheKey);
    const state = 'kept' in outcome ? 'live' : kept === undefined ? 'unavailable' : 'last-good';
    const ageSeconds = kept === undefined ? null : Math.max(0, Math.round((Date.now() - kept.at) / 1000));
    context.sources.add({ system: this.file.id, state, latencyMs: Math.round(latencyMs), ageSeconds });
    if (kept === undefined || state === 'unavailable')
      return { state: 'unavailable', reason: 'failure' in outcome ? outcome.failure.kind : 'timeout' };
    return { state, records: kept.value };
  }

  #isFresh(cacheKey: string): boolean {
    const kept = this.#lastGood.get(cacheKey);
    return kept !== undefined && Date.now() - kept.at < this.file.freshSeconds * 1000;
  }

  /** Changes with the read's mapping, so that values of an older mapping are never shown as the new one's. */
  #cacheKey(read: Read, id: string, period: PeriodDays | undefined): string {
    let print = this.#fingerprints.get(read);
    if (print === undefined) {
      print = createHash('sha256')
        .update(JSON.stringify([this.file.address.href, read]))
        .digest('base64url')
        .slice(0, 16);
      this.#fingerprints.set(read, print);
    }
    return period === undefined ? `${print} ${id}` : `${print} ${id} ${period.from} ${period.to}`;
  }
}

const nothingKnown: Outcome = { failure: new SystemFailure('garbage', 'no answer for a key') };
const late: Outcome = { failure: new SystemFailure('timeout', 'no time left in the request') };

/** Values of one object, or why they cannot be used; one object's garbage is not its neighbour's. */
function usable(records: readonly SystemRecord[], read: Read): readonly Values[] | SystemFailure {
  try {
    return records.slice(0, read.list?.atMost ?? 1).map((record) => valuesOf(record, read.fields));
  } catch (error) {
    return asFailure(error);
  }
}

async function within(outcome: Promise<Outcome>, ms: number, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return late;
  let timer: NodeJS.Timeout | undefined;
  let gone: (() => void) | undefined;
  const cut = new Promise<Outcome>((resolve) => {
    gone = () => resolve(late);
    timer = setTimeout(gone, Math.max(0, ms));
    signal.addEventListener('abort', gone, { once: true });
  });
  try {
    return await Promise.race([outcome, cut]);
  } finally {
    clearTimeout(timer);
    if (gone !== undefined) signal.removeEventListener('abort', gone);
  }
}
