import type { RequestContext } from '../../engine/request-context.js';
import { segment, type RegionApi } from '../api/region-api.js';
import type { Row } from '../api/rows.js';
import { decimal, flag, key, list, part, text, texts, whole, word } from '../common/row-values.js';
import { words } from '../common/words.js';

export interface BudgetShareArguments {
  readonly unit: string;
  readonly year: number;
  readonly stage: string;
  readonly boundary?: string | null;
  readonly floorPercent?: string | null;
  readonly form?: string | null;
  readonly realOnly?: boolean | null;
}

/** The budget share of a unit with its parts, as the API computes it; null for an unknown unit. */
export async function budgetShareOf(api: RegionApi, args: BudgetShareArguments, context: RequestContext): Promise<object | null> {
  const query = {
    year: String(args.year),
    stage: words.toApi(args.stage),
    boundary: args.boundary ?? undefined,
    floor: args.floorPercent ?? undefined,
    form: args.form ?? undefined,
    realOnly: args.realOnly === true ? 'true' : undefined,
  };
  const answer = (await api.get(`/provinces/${segment(args.unit)}/budget-share`, query, context)) as Row | null;
  if (answer === null) return null;
  return {
    unitKey: key(answer, 'unit'),
    boundary: text(answer, 'boundary'),
    sameTerritory: flag(answer, 'sameTerritory'),
    ...share(part(answer, 'share') ?? {}),
    perUnit: list(answer, 'perUnit').map(share),
  };
}

function share(row: Row) {
  return {
    unitKeys: texts(row, 'units'),
    year: whole(row, 'year'),
    stage: word(row, 'stage'),
    computable: flag(row, 'computable'),
    form: text(row, 'form'),
    numerator: decimal(row, 'numeratorVnd'),
    denominator: decimal(row, 'denominatorVnd'),
    percent: decimal(row, 'percent'),
    floorPercent: decimal(row, 'floorPercent'),
    reached: row['reached'] ?? null,
    gapVnd: decimal(row, 'gapVnd'),
    gapPoints: decimal(row, 'gapPoints'),
    nonState: decimal(row, 'nonStateDxVnd'),
    unclassified: decimal(row, 'unclassifiedVnd'),
    lines: whole(row, 'lines'),
    obstacles: list(row, 'obstacles').map((obstacle) => ({
      unitKey: key(obstacle, 'unit'),
      reason: { code: text(obstacle, 'code'), vi: text(obstacle, 'vi'), en: text(obstacle, 'en'), field: null },
    })),
    origin: word(row, 'origin'),
    illustrative: flag(row, 'illustrative'),
  };
}
