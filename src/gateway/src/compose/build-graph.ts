import { createEngine, type Engine, type EngineOptions } from '../engine/engine.js';
import type { Subgraph } from '../engine/subgraph.js';
import { compose } from './compose.js';
import { breakingChanges } from './schema-changes.js';

export type Build = { readonly ok: true; readonly engine: Engine } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Makes an engine of subgraphs, or says why not.
 * @param published the client schema now served; taking something away from it is a problem, unless null.
 */
export async function buildGraph(subgraphs: readonly Subgraph[], options: EngineOptions, published: string | null): Promise<Build> {
  const composition = compose(subgraphs);
  if (!composition.ok) return composition;
  let engine: Engine;
  try {
    engine = createEngine(composition.supergraphSdl, subgraphs, options);
  } catch (error) {
    return { ok: false, problems: [`PLANNER_REFUSED: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (published === null) return { ok: true, engine };
  const breaking = await breakingChanges(published, engine.clientSdl);
  return breaking.length === 0 ? { ok: true, engine } : { ok: false, problems: breaking.map((change) => `BREAKING_CHANGE: ${change}`) };
}
