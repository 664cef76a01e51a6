import type { FieldMapping, FieldType } from './config/system-file.js';
import { valueAt } from './connectors/records.js';
import type { SystemRecord } from './connectors/connector.js';
import { SystemFailure } from './upstream/failure.js';

/** A value as the graph carries it: money and other decimals as text. */
export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/** The mapped fields of one record. A value that is not of its type is garbage: it is never bent until it fits. */
export function valuesOf(record: SystemRecord, fields: readonly FieldMapping[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(valueAt(record, field.from), field)]));
}

function valueOf(raw: unknown, field: FieldMapping): Value {
  if (raw === undefined || raw === null || raw === '') return null;
  const value = typeof raw === 'object' ? undefined : readers[field.type](raw);
  if (value === undefined) throw new SystemFailure('garbage', `${field.name} is not ${field.type}`);
  return value;
}

const longestText = 10_000;

const readers: Readonly<Record<FieldType, (raw: unknown) => Value | undefined>> = {
  String: (raw) => String(raw).slice(0, longestText),
  Int: (raw) => {
    const number = typeof raw === 'number' ? raw : /^-?\d{1,10}$/.test(String(raw)) ? Number(raw) : Number.NaN;
    return Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? number : undefined;
  },
  // A JSON number beyond 2^53 has already lost digits: the system must send a text.
  Decimal: (raw) => {
    if (typeof raw === 'number' && Number.isInteger(raw) && !Number.isSafeInteger(raw)) return undefined;
    const text = String(raw);
    return /^-?\d{1,30}(\.\d{1,20})?$/.test(text) ? text : undefined;
  },
  Boolean: (raw) => {
    const text = String(raw).toLowerCase();
    if (['true', 't', '1'].includes(text)) return true;
    return ['false', 'f', '0'].includes(text) ? false : undefined;
  },
  Date: (raw) => {
    const text = String(raw);
    const vietnamese = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
    const iso =
      vietnamese === null ? text.slice(0, 10) : [vietnamese[3], vietnamese[2]?.padStart(2, '0'), vietnamese[1]?.padStart(2, '0')].join('-');
    return isDay(iso) ? iso : undefined;
  },
  // Without a zone it is Vietnamese time.
  DateTime: (raw) => {
    const text = String(raw).replace(' ', 'T');
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
    const instant = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}+07:00`);
    return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
  },
};

/** A day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
