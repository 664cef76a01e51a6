import type { RequestContext } from '../../engine/request-context.js';
import type { RegionApi } from '../api/region-api.js';
import { loaderOf, runsOf, type Row } from '../api/rows.js';
import { flag, key, list, text, texts } from '../common/row-values.js';

/** One unit became, or became part of, another. */
interface Step {
  readonly fromKey: string;
  readonly toKey: string;
  readonly on: string | null;
  readonly whole: boolean;
  readonly acts: readonly string[];
}

/** A unit reached by following the history. */
interface Descent {
  readonly unitKey: string;
  readonly whole: boolean;
  readonly steps: readonly Step[];
}

export interface Lineage {
  readonly on: string;
  readonly became: readonly Descent[];
  readonly cameFrom: readonly Descent[];
  readonly sameTerritoryKeys: readonly string[];
}

/** Follows units to a day, all units of a request by one call for each day. Null: the unit is unknown. */
export function lineageOf(api: RegionApi, unit: string, on: string | null, context: RequestContext): Promise<Lineage | null> {
  const loader = loaderOf<Lineage | null>(context, `lineages ${on ?? ''}`, async (keys) => {
    const found = new Map<string, Lineage>();
    const answers = await Promise.all(
      runsOf(keys).map((run) => api.get('/lineages', { units: run.join(','), on: on ?? undefined }, context)),
    );
    for (const row of answers.flatMap((answer) => (answer as readonly Row[] | null) ?? [])) found.set(key(row, 'unit'), lineage(row));
    return keys.map((one) => found.get(one) ?? null);
  });
  return loader.load(unit);
}

const endOfTime = '9999-12-31';

/** Units this one was directly made of. */
export async function predecessorsOf(api: RegionApi, unit: string, context: RequestContext): Promise<readonly Step[]> {
  const known = await lineageOf(api, unit, endOfTime, context);
  return direct(known?.cameFrom, (step) => step.toKey === unit);
}

/** Units this one directly became. */
export async function successorsOf(api: RegionApi, unit: string, context: RequestContext): Promise<readonly Step[]> {
  const known = await lineageOf(api, unit, endOfTime, context);
  return direct(known?.became, (step) => step.fromKey === unit);
}

function direct(descents: readonly Descent[] | undefined, touches: (step: Step) => boolean): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const step of (descents ?? []).flatMap((descent) => descent.steps)) {
    if (touches(step)) steps.set(`${step.fromKey} ${step.toKey}`, step);
  }
  return [...steps.values()];
}

function lineage(row: Row): Lineage {
  return {
    on: key(row, 'on'),
    became: list(row, 'became').map(descent),
    cameFrom: list(row, 'cameFrom').map(descent),
    sameTerritoryKeys: texts(row, 'sameTerritory'),
  };
}

function descent(row: Row): Descent {
  return { unitKey: key(row, 'unit'), whole: flag(row, 'whole'), steps: list(row, 'steps').map(step) };
}

function step(row: Row): Step {
  return { fromKey: key(row, 'from'), toKey: key(row, 'to'), on: text(row, 'on'), whole: flag(row, 'whole'), acts: texts(row, 'acts') };
}
