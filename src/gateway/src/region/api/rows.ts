import DataLoader from 'dataloader';
import type { RequestContext } from '../../engine/request-context.js';
import { escaped, longestQuery, type Query, type RegionApi } from './region-api.js';

/** A row of a list, as the API wrote it. */
export type Row = Readonly<Record<string, unknown>>;

export interface Page {
  readonly items: readonly Row[];
  readonly cursors?: readonly string[];
  readonly next?: string | null;
  readonly previous?: string | null;
  readonly total?: number;
}

/** Most rows a page may hold and most keys a read may name. */
export const mostRows = 500;

/** What was read in this request so far; forgotten after a write, so that a mutation shows what it did. */
const loadersKey = Symbol('region loaders');

function loadersOf(context: RequestContext): Map<string, DataLoader<string, unknown>> {
  const known = context.memo.get(loadersKey) as Map<string, DataLoader<string, unknown>> | undefined;
  if (known !== undefined) return known;
  const loaders = new Map<string, DataLoader<string, unknown>>();
  context.memo.set(loadersKey, loaders);
  return loaders;
}

export function forgetReads(context: RequestContext): void {
  context.memo.delete(loadersKey);
}

/** A loader of this request: all keys asked for in one go are read together, none twice. */
export function loaderOf<T>(
  context: RequestContext,
  name: string,
  read: (keys: readonly string[]) => Promise<readonly (T | Error)[]>,
): DataLoader<string, T> {
  const loaders = loadersOf(context);
  const known = loaders.get(name) as DataLoader<string, T> | undefined;
  if (known !== undefined) return known;
  const loader = new DataLoader<string, T>((keys) => read(keys), { maxBatchSize: mostRows });
  loaders.set(name, loader);
  return loader;
}

/** Cuts keys into runs that fit into one request. */
export function runsOf(keys: readonly string[], most: number = mostRows): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let length = 0;
  for (const key of keys) {
    const last = runs.at(-1);
    length += escaped(key).length + 1;
    if (last === undefined || last.length === most || length > longestQuery) {
      runs.push([key]);
      length = escaped(key).length + 1;
    } else last.push(key);
  }
  return runs;
}

/** Keys with a comma cannot be keys; asked for, they would be two others. */
function askable(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key.length > 0 && !key.includes(',') && !key.includes('\0'));
}

/** The rows with these keys in their order, null for what does not exist or is not for this caller. */
export async function rowsByKey(
  api: RegionApi,
  list: { readonly path: string; readonly key: string; readonly query?: Query },
  keys: readonly string[],
  context: RequestContext,
): Promise<readonly (Row | null)[]> {
  const found = new Map<string, Row>();
  const pages = await Promise.all(
    runsOf(askable(keys)).map((run) => api.get(list.path, { ...list.query, ids: run.join(',') }, context) as Promise<Page | null>),
  );
  for (const page of pages) for (const row of page?.items ?? []) found.set(String(row[list.key]), row);
  return keys.map((key) => found.get(key) ?? null);
}

/** All rows whose column has one of the values, by value, in the order of the list; for lists that are short per value. */
export async function rowsByColumn(
  api: RegionApi,
  list: { readonly path: string; readonly column: string; readonly query?: Query },
  values: readonly string[],
  context: RequestContext,
): Promise<readonly (readonly Row[])[]> {
  const found = new Map<string, Row[]>(values.map((value) => [value, []]));
  const runs = runsOf(askable(values));
  await Promise.all(runs.map((run) => readAll({ ...list.query, [list.column]: run.join(','), limit: String(mostRows) })));
  return values.map((value) => found.get(value) ?? []);

  async function readAll(query: Query): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = (await api.get(list.path, { ...query, cursor }, context)) as Page | null;
      for (const row of page?.items ?? []) found.get(String(row[list.column]))?.push(row);
      cursor = page?.next ?? undefined;
    } while (cursor !== undefined);
  }
}
