import type { Query } from '../api/region-api.js';
import { argumentError } from '../api/problems.js';
import type { Words } from '../common/words.js';

/** How one field of a filter is asked of the API: the parameter, and the words of its enum where it is one. */
export type FilterField = string | readonly [parameter: string, words: Words];

export type FilterFields = Readonly<Record<string, FilterField>>;

const longestFilter = 2_000;

/** The query string of a filter. Lists are alternatives; what is null or left out does not count. */
export function filterQuery(filter: Readonly<Record<string, unknown>> | null | undefined, fields: FilterFields): Query {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(filter ?? {})) {
    const field = fields[name];
    if (field === undefined || value === null || value === undefined) continue;
    const [parameter, words] = typeof field === 'string' ? [field, undefined] : field;
    const values = (Array.isArray(value) ? value : [value]).map((one) => (words === undefined ? text(one) : words.toApi(text(one))));
    if (Array.isArray(value) && values.some((one) => one.includes(','))) {
      throw argumentError(name, 'Giá trị không được có dấu phẩy.', 'A value must not hold a comma.');
    }
    const joined = values.join(',');
    if (joined.length > longestFilter) throw argumentError(name, 'Điều kiện lọc quá dài.', 'The filter is too long.');
    // An empty list of alternatives matches nothing; the API has no key that is a lone space.
    query[parameter] = values.length === 0 ? ' ' : joined;
  }
  return query;
}

/** The `sort` parameter of an order argument; undefined for the list's own order. */
export function sortQuery(order: { readonly by: string; readonly direction?: string | null } | null | undefined, words: Words): Query {
  if (order === null || order === undefined) return {};
  return { sort: `${order.direction === 'DESC' ? '-' : ''}${words.toApi(order.by)}` };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
