import { join } from 'node:path';
import type { Subgraph } from '../engine/subgraph.js';
import type { Callers } from './callers.js';
import type { SystemFile } from './config/system-file.js';
import { ConnectedSystem } from './connected-system.js';
import type { Connector } from './connectors/connector.js';
import { odataConnector } from './connectors/odata.js';
import { postgresqlConnector } from './connectors/postgresql.js';
import { restConnector } from './connectors/rest.js';
import { soapConnector } from './connectors/soap.js';
import { foreignSubgraph } from './foreign-subgraph.js';
import { LastGood } from './last-good.js';
import { systemsSubgraph, type Listed } from './systems-subgraph.js';
import { Breaker, usualRules, type BreakerRules, type BreakerState } from './upstream/breaker.js';
import { GuardedCalls, type CallObserver } from './upstream/guarded.js';
import type { Secrets } from './upstream/secrets.js';

export interface ConnectOptions {
  readonly secrets: Secrets;
  readonly callers: Callers;
  /** Where last good values survive a restart; undefined keeps them in memory only. */
  readonly lastGoodFolder?: string | undefined;
  readonly observer?: CallObserver;
  readonly breakerRules?: BreakerRules;
}

/** Everything the systems contribute to a graph: one subgraph of all mapped ones, one of each foreign server. */
export interface ConnectedSystems {
  readonly subgraphs: readonly Subgraph[];
  readonly mapped: readonly ConnectedSystem[];
  breakerStates(): ReadonlyMap<string, BreakerState>;
}

export function connectSystems(files: readonly SystemFile[], options: ConnectOptions): ConnectedSystems {
  const guarded = new Map<string, GuardedCalls>();
  const listed: Listed[] = [];
  const mapped: ConnectedSystem[] = [];
  const foreign: Subgraph[] = [];
  for (const file of files) {
    const calls = new GuardedCalls(file.id, file.timeoutMs, file.atOnce, new Breaker(options.breakerRules ?? usualRules), options.observer);
    guarded.set(file.id, calls);
    const store = options.lastGoodFolder === undefined ? undefined : join(options.lastGoodFolder, `${file.id}.jsonl`);
    if (file.protocol === 'graphql') {
      foreign.push(foreignSubgraph(file, calls, new LastGood(store, file.keepHours), options.callers, options.secrets));
      listed.push({
        file,
        get resting() {
          return calls.breakerState === 'open';
        },
      });
    } else {
      const system = new ConnectedSystem(file, connectorOf(file, options.secrets), calls, new LastGood(store, file.keepHours));
      mapped.push(system);
      listed.push(system);
    }
  }
  return {
    subgraphs: [systemsSubgraph(mapped, listed, options.callers), ...foreign],
    mapped,
    breakerStates: () => new Map([...guarded].map(([id, calls]) => [id, calls.breakerState])),
  };
}

/** The connector of a system's protocol. */
export function connectorOf(file: SystemFile, secrets: Secrets): Connector {
  switch (file.protocol) {
    case 'rest':
      return restConnector(file, secrets);
    case 'soap':
      return soapConnector(file, secrets);
    case 'odata':
      return odataConnector(file, secrets);
    case 'postgresql':
      return postgresqlConnector(file, secrets);
    case 'graphql':
      throw new Error('A foreign GraphQL server has no connector: it is a subgraph.');
  }
}
