import { segment } from '../api/region-api.js';
import { argumentError } from '../api/problems.js';
import { budgetLineEntity } from '../budgets/budget-line.js';
import type { FeatureOf } from '../common/feature.js';
import { key, list } from '../common/row-values.js';
import { projectEntity } from '../projects/project.js';
import { figure, reportEntity } from '../reports/report.js';
import { carryOut, type WriteTerms } from './answer.js';
import {
  adjustBody,
  figuresBody,
  progressBody,
  type AdjustBudgetLineInput,
  type EnterFiguresInput,
  type ReportProgressInput,
} from './bodies.js';
import { writesSchema } from './schema.js';

interface With<Input> {
  readonly input: Input & WriteTerms;
}

/** What a province's system does by machine. */
export const writes: FeatureOf = (api) => ({
  sdl: writesSchema,
  resolvers: {
    Mutation: {
      reportProgress: (_, { input }: With<ReportProgressInput>, context) => {
        const write = {
          method: 'POST',
          path: `/projects/${path('project', input.project, 2)}/progress`,
          body: progressBody(input),
        } as const;
        return carryOut(api, write, input, context, (body) => ({ __typename: 'ProgressReported', projectKey: key(body, 'key') }));
      },
      adjustBudgetLine: (_, { input }: With<AdjustBudgetLineInput>, context) => {
        const write = { method: 'POST', path: `/budget-lines/${path('line', input.line, 3)}/adjust`, body: adjustBody(input) } as const;
        return carryOut(api, write, input, context, (body) => ({ __typename: 'BudgetLineAdjusted', lineKey: key(body, 'key') }));
      },
      enterFigures: (_, { input }: With<EnterFiguresInput>, context) => {
        const write = { method: 'PUT', path: `/reports/${path('report', input.report, 2)}/figures`, body: figuresBody(input) } as const;
        return carryOut(api, write, input, context, (body) => ({
          __typename: 'FiguresEntered',
          reportKey: key(body, 'key'),
          figures: list(body, 'figures').map(figure),
        }));
      },
    },
    ProgressReported: { project: projectEntity(api).under('projectKey') },
    BudgetLineAdjusted: { line: budgetLineEntity(api).under('lineKey') },
    FiguresEntered: { report: reportEntity(api).under('reportKey') },
    ...Object.fromEntries(
      ['ReportProgressResult', 'AdjustBudgetLineResult', 'EnterFiguresResult'].map((union) => [
        union,
        { __resolveType: (value: unknown) => (value as { readonly __typename: string }).__typename },
      ]),
    ),
  },
});

/** A key as the address of a thing. Its parts are counted: one more would address something else. */
function path(argument: string, id: string, parts: number): string {
  const found = id.split('/');
  if (found.length !== parts || found.some((one) => one === '' || one === '.' || one === '..')) {
    throw argumentError(argument, `"${id}" không phải là khóa.`, `"${id}" is not a key.`);
  }
  return found.map(segment).join('/');
}
