import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { RunningGraph } from '../../src/compose/running-graph.js';
import { readSettings, type Settings } from '../../src/config/settings.js';
import type { EngineOptions } from '../../src/engine/engine.js';
import type { Subgraph } from '../../src/engine/subgraph.js';
import { jsonLog } from '../../src/http/log.js';
import { createMetrics, type Metrics } from '../../src/http/metrics.js';
import { PersistedDocuments } from '../../src/http/persisted-documents.js';
import { createGatewayServer, type GatewayServer } from '../../src/http/server.js';
import type { LocalSubgraphOptions } from '../../src/local/local-subgraph.js';
import { graph } from './graph.js';

export interface TestGateway {
  readonly url: URL;
  readonly running: RunningGraph;
  readonly server: GatewayServer;
  readonly log: string[];
  /** A POST of a query as a browser's code would send it. */
  readonly post: (body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

/** A gateway on a free port over local subgraphs, stopped after the test file. `rate` is off unless set. */
export async function gateway(
  parts: readonly (LocalSubgraphOptions | Subgraph)[],
  overrides: Partial<Settings> = {},
  documents = new PersistedDocuments(),
  engineOptions: EngineOptions = {},
): Promise<TestGateway> {
  const read = readSettings({ GATEWAY_HOST: '127.0.0.1', GATEWAY_PORT: '0', GATEWAY_RATE_PER_SECOND: '0', GATEWAY_STATE: stateFolder() });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const settings = { ...read.settings, ...overrides };
  const log: string[] = [];
  const metrics: Metrics = createMetrics({ engine: () => running.engine, breakers: () => new Map() });
  const engine = graph(parts, {
    limits: settings.limits,
    introspection: settings.introspection,
    onFetch: metrics.onFetch,
    ...engineOptions,
  }).engine;
  const running: RunningGraph = new RunningGraph(engine);
  const server = createGatewayServer({ graph: running, settings, documents, metrics, log: jsonLog('debug', (line) => log.push(line)) });
  const url = await server.listen();
  after(() => server.stop(100));
  return {
    url,
    running,
    server,
    log,
    post: (body, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

function stateFolder(): string {
  return mkdtempSync(join(tmpdir(), 'gateway-'));
}
