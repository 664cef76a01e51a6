/**
 * - `live`: answered now, or so lately that its configuration calls the value fresh;
 * - `last-good`: did not answer (in time), the last good value was given, `ageSeconds` old;
 * - `unavailable`: did not answer and nothing was kept: its fields are null.
 */
export type SourceState = 'live' | 'last-good' | 'unavailable';

/** How one system did in one request; listed under `extensions.sources` of the response. */
export interface SourceReport {
  /** The system's id as configured, e.g. `79-hotline`. */
  readonly system: string;
  readonly state: SourceState;
  /** Time the slowest call to the system took, in milliseconds. */
  readonly latencyMs: number;
  /** Age of the oldest value given; null when nothing was given. */
  readonly ageSeconds: number | null;
}

const severity: Readonly<Record<SourceState, number>> = { live: 0, 'last-good': 1, unavailable: 2 };

/** Collects reports during a request. Several calls to one system become one entry: the worst state, the longest latency. */
export class SourceReports {
  readonly #bySystem = new Map<string, SourceReport>();

  add(report: SourceReport): void {
    const earlier = this.#bySystem.get(report.system);
    this.#bySystem.set(report.system, earlier === undefined ? report : worst(earlier, report));
  }

  /** In the order the systems were first heard of; empty when no connected system took part. */
  list(): readonly SourceReport[] {
    return [...this.#bySystem.values()];
  }
}

function worst(a: SourceReport, b: SourceReport): SourceReport {
  const ages = [a.ageSeconds, b.ageSeconds].filter((age) => age !== null);
  return {
    system: a.system,
    state: severity[a.state] >= severity[b.state] ? a.state : b.state,
    latencyMs: Math.max(a.latencyMs, b.latencyMs),
    ageSeconds: ages.length === 0 ? null : Math.max(...ages),
  };
}
