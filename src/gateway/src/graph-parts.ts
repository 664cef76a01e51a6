import { join } from 'node:path';
import type { Settings } from './config/settings.js';
import type { Subgraph } from './engine/subgraph.js';
import type { Log } from './http/log.js';
import { reasonOf } from './reason.js';
import { regionSubgraph } from './region/region-subgraph.js';
import { callersOf } from './systems/callers.js';
import { loadSystems } from './systems/config/load-systems.js';
import { wording, type Mistake } from './systems/config/mistake.js';
import { connectSystems, type ConnectedSystems } from './systems/connect-systems.js';
import { fitting } from './systems/fitting.js';
import type { CallObserver } from './systems/upstream/guarded.js';
import { secretsFrom } from './systems/upstream/secrets.js';

/** What one version of the graph is made of. */
export interface GraphParts {
  readonly subgraphs: readonly Subgraph[];
  readonly breakers: () => ReturnType<ConnectedSystems['breakerStates']>;
}

/** The region's own data and every connected system. A system with a mistake is logged with all its mistakes and left out. */
export function graphParts(settings: Settings, log: Log, observer: CallObserver): GraphParts {
  const region = regionSubgraph(
    { origin: settings.apiUrl.origin },
    {
      onUnexpected: (error, context) =>
        log.error('The region failed to answer a field.', { requestId: context.requestId, error: reasonOf(error) }),
    },
  );
  const loaded = loadSystems(settings.systemFolders);
  for (const { path, mistakes } of loaded.faulty) leftOut(path, mistakes);
  const { systems, faulty } = fitting(loaded.systems, region);
  for (const { system, mistakes } of faulty) leftOut(system.id, mistakes);
  const connected = connectSystems(systems, {
    secrets: secretsFrom(process.env, settings.secretsFolder ?? undefined),
    callers: callersOf(settings.apiUrl),
    observer,
    lastGoodFolder: join(settings.stateFolder, 'last-good'),
  });
  return { subgraphs: [region, ...connected.subgraphs], breakers: () => connected.breakerStates() };

  function leftOut(system: string, mistakes: readonly Mistake[]): void {
    log.error('A system is left out.', { system, mistakes: mistakes.map((mistake) => wording(mistake).en) });
  }
}
