import { argumentError } from '../api/problems.js';
import type { Query } from '../api/region-api.js';
import { words } from '../common/words.js';
import type { PagingArguments } from './arguments.js';
import { filterQuery, sortQuery, type FilterFields } from './filter.js';

/** What every connection takes. */
export interface ListArguments extends PagingArguments {
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: { readonly by: string; readonly direction?: string | null } | null;
}

/**
 * Filter and order of a connection as the API takes them.
 * @param parent name of the filter that the parent already answers; asking for it again would be ignored, so it is refused.
 */
export function listQuery(args: ListArguments, fields: FilterFields, parent?: string): Query {
  if (parent !== undefined && (args.filter?.[parent] ?? null) !== null) {
    throw argumentError(parent, 'Danh sách này đã thuộc một đối tượng cấp trên.', 'This list already belongs to one parent.');
  }
  return { ...filterQuery(args.filter, fields), ...sortQuery(args.orderBy, words) };
}
