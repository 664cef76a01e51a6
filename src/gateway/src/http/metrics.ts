import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Engine } from '../engine/engine.js';
import type { OnFetch } from '../engine/run-plan.js';
import type { SourceReport } from '../engine/source-reports.js';
import type { CallObserver } from '../systems/upstream/guarded.js';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const breakerStates = { closed: 0, 'half-open': 1, open: 2 } as const;

/** What `/metrics` tells, in Prometheus' text format. */
export interface Metrics {
  readonly registry: Registry;
  readonly onFetch: OnFetch;
  readonly streams: Gauge;
  /** Calls of connected systems. */
  readonly systems: CallObserver;
  answered(operation: string, status: number, errors: boolean, elapsedSeconds: number, sources: readonly SourceReport[]): void;
}

export interface MetricsSource {
  readonly engine: () => Engine;
  /** What the circuit breakers of connected systems do now, by system. */
  readonly breakers: () => ReadonlyMap<string, keyof typeof breakerStates>;
}

export function createMetrics({ engine, breakers }: MetricsSource): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'regionlink_gateway_requests_total',
    help: 'Requests to /graphql by kind of operation, HTTP status and whether the answer held errors.',
    labelNames: ['operation', 'status', 'errors'],
    registers,
  });
  const duration = new Histogram({
    name: 'regionlink_gateway_request_seconds',
    help: 'From the last byte of the request to the first of its answer.',
    labelNames: ['operation'],
    buckets: seconds,
    registers,
  });
  const fetches = new Histogram({
    name: 'regionlink_gateway_subgraph_seconds',
    help: 'Calls of a subgraph by outcome: ok, errors (answered with some), failed, deadline.',
    labelNames: ['subgraph', 'outcome'],
    buckets: seconds,
    registers,
  });
  const calls = new Histogram({
    name: 'regionlink_gateway_system_call_seconds',
    help: 'Calls of a connected system by outcome: ok, or the kind of failure. A system that rests is not called.',
    labelNames: ['system', 'outcome'],
    buckets: seconds,
    registers,
  });
  const answers = new Counter({
    name: 'regionlink_gateway_system_answers_total',
    help: 'Requests a connected system took part in, by what it gave: live, last-good, unavailable.',
    labelNames: ['system', 'state'],
    registers,
  });
  const streams = new Gauge({ name: 'regionlink_gateway_streams', help: 'Subscriptions being served.', registers });
  gauge('regionlink_gateway_plan_cache_size', 'Compiled operations held.', () => engine().cache.size);
  gauge('regionlink_gateway_plan_cache_hits', 'Operations found compiled, since this graph was loaded.', () => engine().cache.hits);
  gauge(
    'regionlink_gateway_plan_cache_misses',
    'Operations that had to be compiled, since this graph was loaded.',
    () => engine().cache.misses,
  );
  new Gauge({
    name: 'regionlink_gateway_breaker_state',
    help: 'Circuit breaker of a system: 0 closed, 1 half-open, 2 open.',
    labelNames: ['system'],
    registers,
    collect() {
      this.reset();
      for (const [system, state] of breakers()) this.set({ system }, breakerStates[state]);
    },
  });
  return {
    registry,
    streams,
    onFetch: ({ subgraph, outcome, seconds: elapsed }) => fetches.observe({ subgraph, outcome }, elapsed),
    systems: { called: (system, outcome, ms) => calls.observe({ system, outcome }, ms / 1000) },
    answered: (operation, status, errors, elapsed, sources) => {
      for (const { system, state } of sources) answers.inc({ system, state });
      requests.inc({ operation, status, errors: String(errors) });
      duration.observe({ operation }, elapsed);
    },
  };

  function gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  }
}
