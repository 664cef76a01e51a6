import type { RequestContext } from '../../engine/request-context.js';
import { loaderOf, rowsByColumn, type Row } from '../api/rows.js';
import type { FeatureOf } from '../common/feature.js';
import type { PagingArguments } from '../paging/arguments.js';
import { connectionOf } from '../paging/connection.js';
import { filterQuery } from '../paging/filter.js';
import { unitEntity } from '../units/unit.js';
import { fiscalYear, provinceEntity, sharing, total } from './province.js';
import { provinceSchema } from './schema.js';

const filterFields = { ids: 'unit', illustrative: 'illustrative' } as const;

interface ProvincesArguments extends PagingArguments {
  readonly ids?: readonly string[] | null;
  readonly illustrative?: boolean | null;
}

/** Provinces as keepers of budgets, with their fiscal years. */
export const provinces: FeatureOf = (api) => {
  const province = provinceEntity(api);
  const list = { path: '/provinces', node: province.node };
  const ofUnits = (path: string, unit: string, context: RequestContext) =>
    loaderOf<readonly Row[]>(context, `${path} by unit`, (keys) => rowsByColumn(api, { path, column: 'unit' }, keys, context)).load(unit);
  return {
    sdl: provinceSchema,
    entities: { Province: province.references },
    nodes: { Province: province.references },
    resolvers: {
      Query: {
        province: (_, args: { readonly id: string }, context) => province.loader(context).load(args.id),
        provinces: (_, args: ProvincesArguments, context, info) =>
          connectionOf(api, list, filterQuery({ ids: args.ids, illustrative: args.illustrative }, filterFields), args, context, info),
      },
      // Read in any case: whether a unit keeps a budget here is only known by asking.
      Unit: { province: (unit: { readonly id: string }, _, context) => province.loader(context).load(unit.id) },
      Province: {
        unit: unitEntity(api).under('unitKey'),
        fiscalYears: async (of: { readonly id: string }, args: { readonly years?: readonly number[] | null }, context) =>
          (await ofUnits('/fiscal-years', of.id, context)).map(fiscalYear).filter(({ year }) => args.years?.includes(year ?? 0) ?? true),
        sharing: async (of: { readonly id: string }, _, context) => (await ofUnits('/province-sharing', of.id, context)).map(sharing),
      },
      FiscalYear: {
        totals: async (of: ReturnType<typeof fiscalYear>, _, context) =>
          (await ofUnits('/fiscal-year-totals', of.unitKey, context)).map(total).filter(({ year }) => year === of.year),
      },
    },
  };
};
