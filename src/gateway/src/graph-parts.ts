import { join } from 'node:path';
import type { Settings } from './config/settings.js';
import type { Subgraph } from './engine/subgraph.js';
import type { Log } from './http/log.js';
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

/** Reads the systems' files and connects them. A file with a mistake is logged with all its mistakes and left out. */
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
  const foreignIds = new Set(systems.filter((system) => system.protocol === 'graphql').map((system) => system.id));
  return {
    own: connected.subgraphs.filter((subgraph) => !foreignIds.has(subgraph.name)),
    foreign: connected.subgraphs.filter((subgraph) => foreignIds.has(subgraph.name)),
    breakers: () => connected.breakerStates(),
  };
}
