import type { RequestContext } from '../../engine/request-context.js';
import type { Resolver } from '../../local/local-schema.js';
import type { RegionApi } from '../api/region-api.js';
import { loaderOf, runsOf, type Row } from '../api/rows.js';
import { decimal, flag, key, list, part, text, texts, whole, word, wordsOf } from '../common/row-values.js';

type Details = Readonly<Record<string, unknown>>;

/** What only the whole project tells; all projects of a request are read by one call. Null when it is not for this caller. */
export function detailsOf(api: RegionApi, project: string, context: RequestContext): Promise<Details | null> {
  const loader = loaderOf<Details | null>(context, 'project details', async (keys) => {
    const found = new Map<string, Details>();
    const answers = await Promise.all(runsOf(keys, 200).map((run) => api.get('/projects/details', { ids: run.join(',') }, context)));
    for (const row of answers.flatMap((answer) => (answer as readonly Row[] | null) ?? [])) {
      const whole = part(row, 'project');
      if (whole !== null) found.set(key(whole, 'key'), details(whole, row));
    }
    return keys.map((one) => found.get(one) ?? null);
  });
  return loader.load(project);
}

/** A field that comes from the details; empty stands in when the project has gone meanwhile. */
export const detail =
  (api: RegionApi, field: string, empty: unknown): Resolver =>
  async (parent: { readonly id: string }, _, context) =>
    (await detailsOf(api, parent.id, context))?.[field] ?? empty;

function details(project: Row, row: Row): Details {
  return {
    description: text(project, 'description'),
    transitionalGround: text(project, 'transitionalGround'),
    nextStates: wordsOf(project, 'next'),
    funding: list(project, 'funding').map((source) => ({
      kind: word(source, 'kind'),
      name: text(source, 'name'),
      amount: decimal(source, 'amount'),
    })),
    course: list(project, 'course').map((change) => ({
      state: word(change, 'state'),
      on: text(change, 'on'),
      reason: text(change, 'reason'),
      document: part(change, 'document'),
    })),
    steps: list(project, 'steps').map(step),
    baselines: list(project, 'baselines').map(baseline),
    progress: list(project, 'progress').map(progress),
    commitments: list(project, 'commitments').map((commitment) => ({
      contract: text(commitment, 'contract'),
      contractor: text(commitment, 'contractor'),
      amount: decimal(commitment, 'amount'),
      on: text(commitment, 'on'),
    })),
    risks: list(project, 'risks').map((risk) => ({
      code: text(risk, 'code'),
      description: text(risk, 'description'),
      likelihood: whole(risk, 'likelihood'),
      impact: whole(risk, 'impact'),
      level: whole(risk, 'level'),
      status: word(risk, 'status'),
      response: text(risk, 'response'),
    })),
    links: [
      ...list(project, 'links').map((link) => ({
        kind: word(link, 'kind'),
        projectKey: key(link, 'other'),
        note: text(link, 'note'),
        declaredHere: true,
      })),
      ...list(row, 'linkedFrom').map((link) => ({
        kind: word(link, 'kind'),
        projectKey: key(link, 'key'),
        note: text(link, 'note'),
        declaredHere: false,
      })),
    ],
    timeliness: timeliness(part(project, 'timeliness') ?? {}),
  };
}

const step = (row: Row) => ({
  code: text(row, 'code'),
  name: text(row, 'name'),
  phase: word(row, 'phase'),
  required: flag(row, 'required'),
  responsible: text(row, 'responsible'),
  due: text(row, 'due'),
  originalDue: text(row, 'originalDue'),
  slipDays: whole(row, 'slipDays'),
  doneOn: text(row, 'doneOn'),
  document: text(row, 'document'),
  skippedOn: text(row, 'skippedOn'),
  skipReason: text(row, 'skipReason'),
});

const baseline = (row: Row) => ({
  number: whole(row, 'number'),
  on: text(row, 'on'),
  reason: text(row, 'reason'),
  authority: text(row, 'authority'),
  document: part(row, 'document'),
  slipDays: whole(row, 'slipDays'),
  moves: list(row, 'moves').map((move) => ({ step: text(move, 'code'), oldDue: text(move, 'oldDue'), newDue: text(move, 'newDue') })),
  addedSteps: texts(row, 'added'),
});

const progress = (row: Row) => ({
  asOf: text(row, 'asOf'),
  percent: decimal(row, 'percent'),
  disbursed: decimal(row, 'disbursed'),
  plannedPercent: decimal(row, 'plannedPercent'),
  plannedDisbursed: decimal(row, 'plannedDisbursed'),
  delayReasons: wordsOf(row, 'delayReasons'),
  note: text(row, 'note'),
  origin: word(row, 'origin'),
  correctionReason: text(row, 'correctionReason'),
});

const timeliness = (row: Row) => ({
  asOf: text(row, 'asOf'),
  late: flag(row, 'late'),
  slow: flag(row, 'slow'),
  workSlow: flag(row, 'workSlow'),
  moneySlow: flag(row, 'moneySlow'),
  overdueSteps: list(row, 'overdue').map((one) => ({
    code: text(one, 'code'),
    name: text(one, 'name'),
    due: text(one, 'due'),
    daysLate: whole(one, 'daysLate'),
  })),
  nextDue: text(row, 'nextDue'),
  reportedOn: text(row, 'reportedOn'),
});
