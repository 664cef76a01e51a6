import type { RequestContext } from '../../engine/request-context.js';
import type { RegionApi } from '../api/region-api.js';
import { loaderOf, type Row } from '../api/rows.js';
import { decimal, flag, key, list, part, text, whole, word } from '../common/row-values.js';
import { words } from '../common/words.js';
import { goal } from '../targets/target.js';

export interface BoardArguments {
  readonly year?: number | null;
  readonly stage?: string | null;
  readonly boundary?: string | null;
  readonly region?: string | null;
}

export type Board = ReturnType<typeof board>;

/** The region's scoreboard; the same question is asked once in a request. */
export function boardOf(api: RegionApi, args: BoardArguments, context: RequestContext): Promise<Board | null> {
  const query = {
    year: args.year?.toString(),
    stage: args.stage === null || args.stage === undefined ? undefined : words.toApi(args.stage),
    boundary: args.boundary ?? undefined,
    region: args.region ?? undefined,
  };
  return loaderOf<Board | null>(context, `scoreboard ${JSON.stringify(query)}`, async (keys) => {
    const answer = (await api.get('/scoreboard', query, context)) as Row | null;
    return keys.map(() => (answer === null ? null : board(answer)));
  }).load('');
}

function board(row: Row) {
  return {
    year: whole(row, 'year'),
    stage: word(row, 'stage'),
    boundary: text(row, 'boundary'),
    regionCode: text(row, 'region'),
    judgedOn: text(row, 'judgedOn'),
    unitKeys: list(row, 'units').map((unit) => key(unit, 'unit')),
    targets: list(row, 'targets').map((target) => ({
      targetKey: key(target, 'target'),
      targetVersion: whole(target, 'version'),
      goal: goal(part(target, 'goal') ?? {}),
      inForce: flag(target, 'inForce'),
    })),
    verdicts: list(row, 'cells').map(verdict),
  };
}

function verdict(row: Row) {
  const published = part(row, 'published');
  const computed = part(row, 'computed');
  return {
    targetKey: key(row, 'target'),
    unitKey: key(row, 'unit'),
    verdict: word(row, 'verdict'),
    value: decimal(row, 'value'),
    gap: decimal(row, 'gap'),
    gapVnd: decimal(row, 'gapVnd'),
    expected: decimal(row, 'expected'),
    targetVersion: text(row, 'targetVersion'),
    goal: goal(part(row, 'goal') ?? {}),
    basis: word(row, 'basis'),
    origin: word(row, 'origin'),
    source: text(row, 'source'),
    revision: whole(row, 'revision'),
    illustrative: flag(row, 'illustrative'),
    reasons: list(row, 'reasons').map((reason) => ({
      code: text(reason, 'code'),
      vi: text(reason, 'vi'),
      en: text(reason, 'en'),
      field: text(reason, 'field'),
    })),
    published: published === null ? null : publishedValue(published),
    computed: computed === null ? null : computedValue(computed),
  };
}

const publishedValue = (row: Row) => ({
  value: decimal(row, 'value'),
  period: text(row, 'period'),
  heldForKey: key(row, 'heldFor'),
  standing: word(row, 'standing'),
  origin: word(row, 'origin'),
  source: text(row, 'source'),
  sourceUrl: text(row, 'sourceUrl'),
  note: text(row, 'note'),
  revision: whole(row, 'revision'),
  observationKey: key(row, 'observation'),
  illustrative: flag(row, 'illustrative'),
  verdict: word(row, 'verdict'),
  gap: decimal(row, 'gap'),
});

function computedValue(row: Row) {
  const budget = part(row, 'budget');
  return {
    value: decimal(row, 'value'),
    budget:
      budget === null
        ? null
        : {
            form: text(budget, 'form'),
            digitalTransformation: decimal(budget, 'dx'),
            total: decimal(budget, 'total'),
            nonState: decimal(budget, 'nonStateDx'),
            unclassified: decimal(budget, 'unclassified'),
            lines: whole(budget, 'lines'),
          },
    parts: list(row, 'parts').map((one) => ({
      metricKey: key(one, 'metric'),
      unitKey: key(one, 'unit'),
      value: decimal(one, 'value'),
      unitOfMeasure: text(one, 'unitOfMeasure'),
    })),
    illustrative: flag(row, 'illustrative'),
    provisional: flag(row, 'provisional'),
    verdict: word(row, 'verdict'),
    gap: decimal(row, 'gap'),
    gapVnd: decimal(row, 'gapVnd'),
  };
}
