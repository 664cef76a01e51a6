import { argumentError } from '../api/problems.js';
import { mostRows } from '../api/rows.js';

/** The paging arguments of a Relay connection as a client sent them. */
export interface PagingArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** Which rows are wanted: the API's `limit` with `cursor`, or with `before` when read from the end. */
export type PageWanted =
  | { readonly backwards: false; readonly limit: number; readonly after: string | null }
  | { readonly backwards: true; readonly limit: number; readonly before: string };

const defaultRows = 50;

/** Throws when the arguments contradict each other or ask for too much; the page size is checked before anything is read. */
export function pageWanted({ first, after, last, before }: PagingArguments): PageWanted {
  if (last === undefined || last === null) {
    if (before !== undefined && before !== null) throw argumentError('before', '"before" cần đi cùng "last".', '"before" needs "last".');
    return { backwards: false, limit: rows('first', first ?? defaultRows), after: after ?? null };
  }
  if ((first !== undefined && first !== null) || (after !== undefined && after !== null)) {
    throw argumentError('last', 'Chỉ dùng "first, after" hoặc "last, before".', 'Use "first, after" or "last, before", not both.');
  }
  return { backwards: true, limit: rows('last', last), before: before ?? '' };
}

function rows(name: string, value: number): number {
  if (value >= 1 && value <= mostRows) return value;
  throw argumentError(name, `"${name}" phải từ 1 đến ${mostRows}.`, `"${name}" must be from 1 to ${mostRows}.`);
}
