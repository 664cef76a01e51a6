import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { requestContext } from '../../src/engine/request-context.js';
import { cookieOf, needsServer, regionGraph } from '../support/region.js';

/** Types that say no, or are about the graph itself. */
const notData = new Set([
  'Query',
  'Mutation',
  'Subscription',
  'Refused',
  'ProgressReported',
  'BudgetLineAdjusted',
  'FiguresEntered',
  'Change',
  'ProjectChange',
  'ReportChange',
]);

/** Fields that the sample data has no value for; everything else is seen with one. */
const withoutSample: readonly string[] = [
  'AskedFigure.boundTo',
  'AskedFigure.earlierSource',
  'AskedFigure.earlierValue',
  'Baseline.addedSteps',
  'Baseline.authority',
  'Baseline.number',
  'Baseline.on',
  'Baseline.reason',
  'Baseline.slipDays',
  'BudgetLine.withdrawnBecause',
  'BudgetTotal.scaleJumpConfirmed',
  'DueMove.newDue',
  'DueMove.oldDue',
  'DueMove.step',
  'Figure.noDataReason',
  'Figure.note',
  'FiscalYear.reopenedBecause',
  'FormQuestion.note',
  'Milestone.expected',
  'Milestone.on',
  'Observation.supersededAt',
  'Observation.supersededByBatch',
  'ProgressReport.correctionReason',
  'ProgressReport.note',
  'Project.transitionalGround',
  'ProjectStep.skipReason',
  'ProjectStep.skippedOn',
  'Reason.field',
  'ReportHistoryLine.noDataReason',
  'ScaleQuestion.against',
  'ScaleQuestion.againstSource',
  'ScaleQuestion.answer',
  'ScaleQuestion.factor',
  'ScaleQuestion.up',
  'TargetRaise.cancelledBecause',
  'TargetRaise.from',
  'TargetRaise.illustrative',
  'TargetRaise.legalSource',
  'TargetRaise.number',
  'TargetRaise.raisedAt',
  'TargetVersion.endedOn',
  'TargetVersion.reason',
  'ValuePart.unitOfMeasure',
  'ValuePart.value',
  'Verdict.expected',
];

const needed: Readonly<Record<string, string>> = {
  'Query.budgetShare': '(unit: "79@2025-07-01", year: 2026, stage: DECIDED, boundary: "2026-01-01")',
  'Query.aggregates': '(metrics: ["dti_rank", "grdp"], periods: ["2022"], boundary: "2022-12-31")',
  'Query.scoreboard': '(year: 2022, boundary: "2022-12-31")',
};

/** All leaves of a type and of what it leads to, so deep. */
function selection(type: GraphQLObjectType, depth: number, path: readonly string[] = []): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    const required = field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const args = needed[`${type.name}.${field.name}`] ?? '';
    if (required && args === '') return [];
    if (isLeafType(of)) return [field.name];
    if (!isObjectType(of) || depth === 0 || path.includes(of.name) || of.name.endsWith('Edge')) return [];
    return [`${field.name}${args} ${selection(of, depth - 1, [...path, type.name])}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

function note(value: unknown, seen: Map<string, boolean>): void {
  if (Array.isArray(value)) for (const item of value) note(item, seen);
  else if (value !== null && typeof value === 'object') {
    const { __typename: type, ...fields } = value as Record<string, unknown>;
    for (const [name, field] of Object.entries(fields)) {
      const key = `${String(type)}.${name}`;
      seen.set(key, (seen.get(key) ?? false) || field !== null);
      note(field, seen);
    }
  }
}

function leavesOf(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) &&
    !isInterfaceType(type) &&
    !type.name.startsWith('__') &&
    !notData.has(type.name) &&
    !/Edge$|Connection$/.test(type.name)
      ? Object.values(type.getFields())
          .filter((field) => isLeafType(getNamedType(field.type)))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
}

describe('Every field', needsServer, () => {
  test('is read from the server, and holds a value somewhere in the sample data', async () => {
    const region = regionGraph();
    const schema = region.engine.schema;
    const query = schema.getQueryType();
    assert(query);
    const seen = new Map<string, boolean>();
    const cookie = await cookieOf('coordinator');
    const roots = Object.values(query.getFields())
      .filter((field) => field.args.every((arg) => !isNonNullType(arg.type)) || needed[`Query.${field.name}`] !== undefined)
      .map((field) => [`${field.name}${needed[`Query.${field.name}`] ?? ''}`, field.type] as const);
    const subgraph = region.engine.subgraphs[0];
    assert(subgraph);
    const ask = async (field: string, type: GraphQLObjectType, id?: string) => {
      const result = await subgraph.exec(
        `${id === undefined ? '' : 'query ($id: ID!) '}{ ${field} ${selection(type, 3)} }`,
        { id },
        requestContext({ cookie }),
      );
      assert.deepEqual(result.errors ?? [], [], field);
      note(JSON.parse(JSON.stringify(result.data)), seen);
      return result.data as Record<string, { nodes?: { id: string }[] } | null>;
    };
    let reports: readonly string[] = [];
    for (const [field, type] of roots) {
      const of = getNamedType(type);
      if (!isObjectType(of)) continue;
      const data = await ask(field, of);
      if (field === 'reports') reports = data['reports']?.nodes?.map(({ id }) => id) ?? [];
    }
    const board = schema.getType('Scoreboard');
    assert(isObjectType(board));
    await ask('scoreboard(year: 2026)', board);
    const sheet = schema.getType('ReportSheet');
    assert(isObjectType(sheet));
    for (const id of reports) await ask('reportSheet(id: $id)', sheet, id);

    // Other tests may have added what the sample data lacks, so the list is what may be empty, not what is.
    const empty = leavesOf(schema).filter((leaf) => !(seen.get(leaf) ?? false));
    assert.deepEqual(
      empty.filter((leaf) => !withoutSample.includes(leaf)),
      [],
    );
  });
});
