import { loaderOf, rowsByColumn } from '../api/rows.js';
import type { EntityNode } from '../common/entity.js';
import type { FeatureOf } from '../common/feature.js';
import { verbatim, words } from '../common/words.js';
import { connectionOf, connectionUnder } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { projectEntity } from '../projects/project.js';
import { unitEntity } from '../units/unit.js';
import { budgetLineEntity } from './budget-line.js';
import { budgetShareOf, type BudgetShareArguments } from './budget-share.js';
import { budgetSchema } from './schema.js';

const filterFields = {
  ids: 'key',
  units: 'unit',
  years: 'year',
  projects: 'project',
  labelContains: 'label.contains',
  funding: ['funding', words],
  categories: ['category', verbatim],
  digitalTransformation: 'dx',
  floors: ['floor', words],
  leaf: 'leaf',
  withdrawn: ['withdrawnBecause.missing', { toGraph: opposite, toApi: opposite }],
  illustrative: 'illustrative',
  updatedSince: 'updatedAt.gte',
} as const;

function opposite(flag: string): string {
  return flag === 'true' ? 'false' : 'true';
}

/** Budget lines and the budget share. */
export const budgets: FeatureOf = (api) => {
  const line = budgetLineEntity(api);
  const unit = unitEntity(api);
  const list = { path: '/budget-lines', node: line.node };
  const linesOf =
    (column: 'project' | 'parent') => (thing: { readonly id: string }, _: unknown, context: Parameters<typeof line.loader>[0]) =>
      loaderOf<readonly EntityNode[]>(context, `BudgetLine by ${column}`, async (keys) =>
        (await rowsByColumn(api, { path: '/budget-lines', column }, keys, context)).map((rows) => rows.map(line.node)),
      ).load(thing.id);
  return {
    sdl: budgetSchema,
    entities: { BudgetLine: line.references },
    nodes: { BudgetLine: line.references },
    resolvers: {
      Query: {
        budgetLine: (_, args: { readonly id: string }, context) => line.loader(context).load(args.id),
        budgetLines: (_, args: ListArguments, context, info) => connectionOf(api, list, listQuery(args, filterFields), args, context, info),
        budgetShare: (_, args: BudgetShareArguments, context) => budgetShareOf(api, args, context),
      },
      Unit: {
        budgetLines: (of: { readonly id: string }, args: ListArguments, context, info) =>
          connectionUnder(api, list, { column: 'unit', key: of.id }, listQuery(args, filterFields, 'units'), args, context, info),
      },
      Project: { budgetLines: linesOf('project') },
      BudgetLine: {
        unit: unit.under('unitKey'),
        project: projectEntity(api).under('projectKey'),
        parent: line.under('parentKey'),
        parts: linesOf('parent'),
      },
      BudgetShareAnswer: { unit: unit.under('unitKey'), units: unit.allUnder('unitKeys') },
      BudgetShare: { units: unit.allUnder('unitKeys') },
      BudgetShareObstacle: { unit: unit.under('unitKey') },
    },
  };
};
