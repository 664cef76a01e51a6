import { join } from 'node:path';
import type { Settings } from './config/settings.js';
import type { Subgraph } from './engine/subgraph.js';
import type { Log } from './http/log.js';
import { reasonOf } from './reason.js';
import { regionSubgraph } from './region/region-subgraph.js';
import { callersOf } from './systems/callers.js';
import { loadSystems } from './systems/config/load-systems.js';
import { wording } from './systems/config/mistake.js';
import { connectSystems, type ConnectedSystems } from './systems/connect-systems.js';
import { secretsFrom } from './systems/upstream/secrets.js';

/** What one version of the graph is made of. */
export interface GraphParts {
  /** Without these there is no graph. */
  readonly own: readonly Subgraph[];
  /** Provinces' own GraphQL servers: one that does not fit is left out, the others are served. */
  readonly foreign: readonly Subgraph[];
  readonly breakers: () => ReturnType<ConnectedSystems['breakerStates']>;
}

/** The region's own data and every connected system.  A file with a mistake is logged with all its mistakes and left out. */
export function graphParts(settings: Settings, log: Log): GraphParts {
  const { systems, faulty } = loadSystems(settings.systemFolders);
  for (const { path, mistakes } of faulty) {
    log.error('A system is left out: its file has mistakes.', { file: path, mistakes: mistakes.map((mistake) => wording(mistake).en) });
  }
  const connected = connectSystems(systems, {
    secrets: secretsFrom(process.env, settings.secretsFolder ?? undefined),
    callers: callersOf(settings.apiUrl),
    lastGoodFolder: join(settings.stateFolder, 'last-good'),
  });
  const region = regionSubgraph(
    { origin: settings.apiUrl.origin },
    {
      onUnexpected: (error, context) =>
        log.error('The region failed to answer a field.', { requestId: context.requestId, error: reasonOf(error) }),
    },
  );
  const foreignIds = new Set(systems.filter((system) => system.protocol === 'graphql').map((system) => system.id));
  return {
    own: [region, ...connected.subgraphs.filter((subgraph) => !foreignIds.has(subgraph.name))],
    foreign: connected.subgraphs.filter((subgraph) => foreignIds.has(subgraph.name)),
    breakers: () => connected.breakerStates(),
  };
}
