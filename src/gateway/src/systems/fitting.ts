import { compose } from '../compose/compose.js';
import type { Subgraph } from '../engine/subgraph.js';
import { withFederationLink } from '../local/local-schema.js';
import type { Mistake } from './config/mistake.js';
import type { SystemFile } from './config/system-file.js';
import { systemsSdl } from './sdl.js';

type Part = Pick<Subgraph, 'name' | 'sdl'>;

/** Systems whose fields go into the graph, and why the others do not. */
export interface Fitting {
  readonly systems: readonly SystemFile[];
  readonly faulty: readonly { readonly system: SystemFile; readonly mistakes: readonly Mistake[] }[];
}

/** What the systems add to the graph: one part of all mapped ones, one of each foreign server. */
export function partsOf(systems: readonly SystemFile[]): readonly Part[] {
  const mapped = systems.filter((system) => system.protocol !== 'graphql');
  const foreign = systems.filter((system) => system.protocol === 'graphql');
  return [
    { name: 'systems', sdl: withFederationLink(systemsSdl(mapped)) },
    ...foreign.map((system) => ({ name: system.id, sdl: system.sdl ?? '' })),
  ];
}

/**
 * Leaves out each system that does not compose with the region's own graph and the systems before it, so that one province's mistake
 * never takes the graph from the others. Usually all fit and one composition shows it.
 */
export function fitting(systems: readonly SystemFile[], region: Part): Fitting {
  if (problemsOf(systems, region).length === 0) return { systems, faulty: [] };
  const accepted: SystemFile[] = [];
  const faulty: { system: SystemFile; mistakes: readonly Mistake[] }[] = [];
  for (const system of systems) {
    const mistakes = problemsOf([...accepted, system], region);
    if (mistakes.length === 0) accepted.push(system);
    else faulty.push({ system, mistakes });
  }
  return { systems: accepted, faulty };
}

function problemsOf(systems: readonly SystemFile[], region: Part): readonly Mistake[] {
  return [...unknownEntities(systems, region), ...composition(systems, region)];
}

/** A mapped type that the region does not have would compose, and nobody could ever reach it. */
function unknownEntities(systems: readonly SystemFile[], region: Part): readonly Mistake[] {
  return systems.flatMap((system) =>
    system.reads.flatMap((read, i) =>
      new RegExp(`\\btype ${read.entity}\\b[^{]*@key\\(fields: "id"`).test(region.sdl)
        ? []
        : [
            {
              where: `reads[${i}].entity`,
              code: 'system.entity-unknown',
              vi: `đồ thị của vùng không có kiểu “${read.entity}” (ví dụ có Unit, Project).`,
              en: `the region's graph has no type “${read.entity}” (it has Unit and Project, for example).`,
            },
          ],
    ),
  );
}

function composition(systems: readonly SystemFile[], region: Part): readonly Mistake[] {
  const result = compose([region, ...partsOf(systems)]);
  if (result.ok) return [];
  return result.problems.map((problem) => ({
    where: '',
    code: 'system.does-not-compose',
    vi: `không ghép được vào đồ thị chung: ${problem}`,
    en: `does not fit into the graph: ${problem}`,
  }));
}
