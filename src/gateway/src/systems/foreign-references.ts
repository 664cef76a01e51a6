import type { SubgraphResult } from '../engine/subgraph.js';
import { unitOf } from './config/keys.js';

type Variables = Readonly<Record<string, unknown>>;

/** A unit, or a thing of a unit, as the platform writes it: `79@2025-07-01`, `79@2025-07-01/DA-2026-001`. */
const platformKey = /^[^@/]+@(?:\d{4}-\d{2}-\d{2}|origin)(?:\/|$)/;

/** What of a request concerns a system, and how its answer fits the request again. */
export interface OwnReferences {
  readonly variables: Variables;
  /** True when references were asked for and none of them is the system's. */
  readonly none: boolean;
  restore(result: SubgraphResult): SubgraphResult;
}

/**
 * Takes the references to other units' objects out of a request: their keys are nobody's business. What has no platform key is the
 * system's own and stays.
 * @param lists each root field of entities with the variable that holds its references
 */
export function ownReferences(
  units: readonly string[],
  lists: readonly { readonly name: string; readonly variable: string }[],
  variables: Variables,
): OwnReferences {
  const places = new Map<string, readonly number[]>();
  const sent: Record<string, unknown> = { ...variables };
  let [asked, own] = [0, 0];
  for (const { variable } of lists) {
    const references = variables[variable];
    if (places.has(variable) || !Array.isArray(references)) continue;
    const kept = references.flatMap((reference, place) => (concerns(reference, units) ? [place] : []));
    places.set(variable, kept);
    asked += references.length;
    own += kept.length;
    sent[variable] = kept.map((place) => references[place] as unknown);
  }
  if (asked === own) return { variables, none: false, restore: (result) => result };
  return { variables: sent, none: own === 0, restore };

  function restore({ data, errors }: SubgraphResult): SubgraphResult {
    const restored: Record<string, unknown> = { ...data };
    for (const { name, variable } of lists) {
      const [references, kept, answers] = [variables[variable], places.get(variable), restored[name]];
      if (!Array.isArray(references) || kept === undefined) continue;
      const whole = new Array<unknown>(references.length).fill(null);
      if (Array.isArray(answers)) kept.forEach((place, i) => (whole[place] = (answers as readonly unknown[])[i] ?? null));
      restored[name] = whole;
    }
    const moved = errors?.map((error) => ({ ...error, ...(error.path === undefined ? {} : { path: inWhole(error.path) }) }));
    return { data: restored, ...(moved === undefined ? {} : { errors: moved }) };
  }

  function inWhole(path: readonly (string | number)[]): readonly (string | number)[] {
    const [name, index, ...rest] = path;
    const list = lists.find((one) => one.name === name);
    const place = list === undefined || typeof index !== 'number' ? undefined : places.get(list.variable)?.[index];
    return name === undefined || place === undefined ? path : [name, place, ...rest];
  }
}

function concerns(reference: unknown, units: readonly string[]): boolean {
  const id = (reference as { readonly id?: unknown } | null)?.id;
  return typeof id !== 'string' || !platformKey.test(id) || units.includes(unitOf(id));
}
