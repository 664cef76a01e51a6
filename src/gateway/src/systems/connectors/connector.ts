import type { Read } from '../config/system-file.js';

/** One record as the system gave it. */
export type SystemRecord = Readonly<Record<string, unknown>>;

/** Days a figure is about, ISO, both inclusive. */
export interface PeriodDays {
  readonly from: string;
  readonly to: string;
}

/** Speaks one protocol with one system. Knows nothing of the graph, of remembering or of other systems. */
export interface Connector {
  /**
   * Asks about objects by the system's own keys: as few calls as the protocol allows.
   * @returns the records found, by system key; a key without records may be missing. Rejects with a `SystemFailure` or any error.
   */
  read(
    read: Read,
    keys: readonly string[],
    period: PeriodDays | undefined,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly SystemRecord[]>>;
  close(): Promise<void>;
}
