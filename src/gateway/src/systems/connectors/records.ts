import { SystemFailure } from '../upstream/failure.js';
import type { PeriodDays, SystemRecord } from './connector.js';

/** The value at `a.b.c`; undefined when a step is missing. An empty path is the value itself. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  let here = value;
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[step];
  }
  return here;
}

/** The records at a path: a list, or a single record; none when it is missing or null. */
export function recordsAt(answer: unknown, path: string): readonly SystemRecord[] {
  const found = valueAt(answer, path);
  if (found === undefined || found === null || found === '') return [];
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  return list.map((item) => {
    if (typeof item !== 'object' || item === null) throw new SystemFailure('garbage', 'a record is not an object');
    return item as SystemRecord;
  });
}

/** Records by the key each one names; records about nothing asked are dropped. */
export function byKey(
  records: readonly SystemRecord[],
  field: string,
  keys: readonly string[],
): ReadonlyMap<string, readonly SystemRecord[]> {
  const groups = new Map<string, SystemRecord[]>(keys.map((key) => [key, []]));
  for (const record of records) {
    const key = valueAt(record, field);
    if (typeof key === 'string' || typeof key === 'number') groups.get(String(key))?.push(record);
  }
  return groups;
}

/** JSON that must be there. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SystemFailure('garbage', 'not JSON');
  }
}

/** `{from}` and `{to}` replaced by the days of the period. */
export function filled(text: string, period: PeriodDays | undefined): string {
  return text.replaceAll('{from}', period?.from ?? '').replaceAll('{to}', period?.to ?? '');
}
