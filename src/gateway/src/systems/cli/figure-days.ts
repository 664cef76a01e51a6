import type { PeriodDays } from '../connectors/connector.js';

/** First and last day of what a report's figures are about: `2026`, `2026-11`, `2026-11-14`, or two of the same sort with a slash. */
export function figureDays(about: string): PeriodDays | undefined {
  const [first = '', last = first] = about.split('/');
  const from = edge(first, false);
  const to = edge(last, true);
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

function edge(text: string, end: boolean): string | undefined {
  if (/^\d{4}$/.test(text)) return `${text}-${end ? '12-31' : '01-01'}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (month === null) return undefined;
  const days = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
  return `${text}-${end ? days : '01'}`;
}
