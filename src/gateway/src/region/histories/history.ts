import type { Resolver } from '../../local/local-schema.js';
import { argumentError } from '../api/problems.js';
import type { RegionApi } from '../api/region-api.js';
import { loaderOf, runsOf, type Row } from '../api/rows.js';
import { key, list, text, whole } from '../common/row-values.js';

interface HistoryArguments {
  readonly last?: number | null;
  readonly before?: number | null;
}

const usual = 50;
const most = 200;

/** What happened to a thing; the histories of all things of a request that ask alike are read by one call. */
export function historyOf(api: RegionApi, path: string): Resolver {
  return async (thing: { readonly id: string }, args: HistoryArguments, context) => {
    const last = args.last ?? usual;
    if (last < 1 || last > most) throw argumentError('last', `Từ 1 đến ${most}.`, `From 1 to ${most}.`);
    const before = args.before ?? undefined;
    const loader = loaderOf<readonly object[]>(context, `${path} last ${last} before ${before ?? 'now'}`, async (keys) => {
      const found = new Map<string, readonly object[]>();
      const answers = await Promise.all(
        runsOf(keys.filter((one) => !one.includes(','))).map((run) =>
          api.get(`/histories/${path}`, { ids: run.join(','), last: String(last), before: before?.toString() }, context),
        ),
      );
      for (const row of answers.flatMap((answer) => (answer as readonly Row[] | null) ?? [])) {
        found.set(key(row, 'key'), list(row, 'changes').map(change));
      }
      return keys.map((one) => found.get(one) ?? []);
    });
    return loader.load(thing.id);
  };
}

const change = (row: Row) => ({
  version: whole(row, 'version'),
  at: text(row, 'at'),
  by: text(row, 'by'),
  type: text(row, 'type'),
  fact: row['fact'] ?? null,
});
