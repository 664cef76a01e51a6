import type { RequestContext } from '../../engine/request-context.js';
import type { RegionApi } from '../api/region-api.js';
import { loaderOf, mostRows, runsOf, type Page } from '../api/rows.js';
import { key } from '../common/row-values.js';
import { figure } from './report.js';

type Figure = ReturnType<typeof figure>;

/** Figures of accepted reports, those of all reports of a request read together. */
export function figuresOf(api: RegionApi, report: string, context: RequestContext): Promise<readonly Figure[]> {
  return loaderOf<readonly Figure[]>(context, 'figures by report', async (reports) => {
    const found = new Map<string, Figure[]>(reports.map((one) => [one, []]));
    for (const run of runsOf(reports)) await readAll(run, found);
    return reports.map((one) => found.get(one) ?? []);
  }).load(report);

  // Asks for every pair of their periods and units; what nobody asked for is left out.
  async function readAll(reports: readonly string[], found: Map<string, Figure[]>): Promise<void> {
    const pairs = reports.map((one) => one.split('/', 2));
    const together = (index: 0 | 1) => [...new Set(pairs.map((pair) => pair[index] ?? ''))].join(',');
    let cursor: string | undefined;
    do {
      const query = { period: together(0), unit: together(1), limit: String(mostRows), cursor };
      const page = (await api.get('/report-figures', query, context)) as Page | null;
      for (const row of page?.items ?? []) found.get(`${key(row, 'period')}/${key(row, 'unit')}`)?.push(figure(row));
      cursor = page?.next ?? undefined;
    } while (cursor !== undefined);
  }
}
