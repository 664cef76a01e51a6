import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../engine/request-context.js';
import { longestQuery, queryString, type Query, type RegionApi } from '../api/region-api.js';
import { loaderOf, mostRows, runsOf, type Page, type Row } from '../api/rows.js';
import { asksFor } from './asked-fields.js';
import { pageWanted, type PageWanted, type PagingArguments } from './arguments.js';

/** A Relay connection over rows of a list. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Only meaningful when it was asked for. */
  readonly totalCount: number;
}

/** A list of the API and what its rows become. */
export interface ListOf<T> {
  readonly path: string;
  readonly node: (row: Row) => T;
}

/** Most rows the first pages of many lists may hold together in one answer of the API. */
const mostRowsOfEach = 10_000;

/** A page of a whole list: one upstream call, the total with it when it is asked for. */
export async function connectionOf<T>(
  api: RegionApi,
  list: ListOf<T>,
  query: Query,
  paging: PagingArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<T>> {
  const wanted = pageWanted(paging);
  const page = await api.get(list.path, { ...query, ...pageQuery(wanted), total: totalOf(info) }, context);
  return toConnection(page as Page | null, wanted, list);
}

/**
 * A page of the rows that belong to one parent. The first pages of all parents of a request are read by one call for each; a later or
 * backward page is a call of its own.
 */
export async function connectionUnder<T>(
  api: RegionApi,
  list: ListOf<T>,
  parent: { readonly column: string; readonly key: string },
  query: Query,
  paging: PagingArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<T>> {
  const wanted = pageWanted(paging);
  const terms: Query = { ...query, ...pageQuery(wanted), total: totalOf(info) };
  if (wanted.backwards || wanted.after !== null) {
    const page = await api.get(list.path, { ...terms, [parent.column]: parent.key }, context);
    return toConnection(page as Page | null, wanted, list);
  }
  const name = `${list.path}${queryString(terms)}#${parent.column}`;
  const loader = loaderOf<Page>(context, name, (keys) => firstPages(api, list.path, parent.column, terms, wanted.limit, keys, context));
  return toConnection(await loader.load(parent.key), wanted, list);
}

async function firstPages(
  api: RegionApi,
  path: string,
  column: string,
  terms: Query,
  limit: number,
  keys: readonly string[],
  context: RequestContext,
): Promise<readonly Page[]> {
  if (keys.length === 1) return [((await api.get(path, { ...terms, [column]: keys[0] }, context)) as Page | null) ?? { items: [] }];
  const found: Record<string, Page> = {};
  const runs = runsOf(keys, Math.min(mostRows, Math.floor(mostRowsOfEach / limit)));
  await Promise.all(
    runs.map(async (run) => {
      const answer = await api.get(path, { ...terms, [column]: run.join(','), each: column }, context);
      Object.assign(found, (answer as { readonly each?: Record<string, Page> } | null)?.each);
    }),
  );
  return keys.map((key) => found[key] ?? { items: [], total: 0 });
}

function pageQuery(wanted: PageWanted): Query {
  const place = wanted.backwards ? { before: wanted.before } : { cursor: wanted.after ?? undefined };
  return { limit: String(wanted.limit), cursors: 'true', ...place };
}

function totalOf(info: GraphQLResolveInfo): string | undefined {
  return asksFor(info, 'totalCount') ? 'true' : undefined;
}

function toConnection<T>(page: Page | null, wanted: PageWanted, list: ListOf<T>): Connection<T> {
  const nodes = (page?.items ?? []).map(list.node);
  const cursors = page?.cursors ?? [];
  return {
    nodes,
    edges: nodes.map((node, i) => ({ node, cursor: cursors[i] ?? '' })),
    pageInfo: {
      hasNextPage: wanted.backwards ? wanted.before !== '' : (page?.next ?? null) !== null,
      hasPreviousPage: wanted.backwards ? (page?.previous ?? null) !== null : wanted.after !== null,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: page?.total ?? 0,
  };
}

/** Whether a query fits into one request of the API. */
export function fits(query: Query): boolean {
  return queryString(query).length <= longestQuery;
}
