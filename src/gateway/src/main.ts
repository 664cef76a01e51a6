import { serveGraph } from './compose/served-graph.js';
import { readSettings, type Settings } from './config/settings.js';
import { graphParts } from './graph-parts.js';
import { jsonLog, type Log } from './http/log.js';
import { createMetrics, type Metrics } from './http/metrics.js';
import { PersistedDocuments, readPersistedDocuments } from './http/persisted-documents.js';
import { createGatewayServer } from './http/server.js';
import { reasonOf } from './reason.js';

const graceMs = 10_000;

const read = readSettings(process.env);
if (read.ok) await run(read.settings);
else {
  for (const problem of read.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

async function run(settings: Settings): Promise<void> {
  const log = jsonLog(settings.logLevel);
  try {
    await start(settings, log);
  } catch (error) {
    log.error('The gateway cannot start.', { error: reasonOf(error) });
    process.exitCode = 3;
  }
}

async function start(settings: Settings, log: Log): Promise<void> {
  const graph = await serveGraph({
    parts: () => graphParts(settings, log, { called: (...call) => metrics.systems.called(...call) }),
    stateFolder: settings.stateFolder,
    allowBreaking: settings.allowBreaking,
    log,
    engine: {
      limits: settings.limits,
      introspection: settings.introspection,
      onPlanFailure: (error) => log.error('An operation could not be planned.', { error: reasonOf(error) }),
      onFetch: (fetch) => {
        metrics.onFetch(fetch);
        if (fetch.outcome !== 'failed') return;
        log.error('A subgraph failed.', { subgraph: fetch.subgraph, requestId: fetch.context.requestId, error: reasonOf(fetch.error) });
      },
    },
  });
  // The graph and its metrics need each other; the first call comes long after this line.
  const metrics: Metrics = createMetrics({ engine: () => graph.running.engine, breakers: graph.breakers });
  const stored = settings.persistedFile === null ? undefined : await readPersistedDocuments(settings.persistedFile);
  const documents = new PersistedDocuments(stored, settings.persistedOnly);
  const server = createGatewayServer({ graph: graph.running, settings, documents, metrics, log });
  const url = await server.listen();
  log.info('listening', { url: url.href, subgraphs: graph.running.engine.subgraphs.map(({ name }) => name) });

  let stopping = false;
  const stop = (why: string): void => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { why });
    void server.stop(graceMs).then(() => process.exit(0));
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  process.on('SIGHUP', () => void graph.reload());
  // Whoever started this process holds its input open; when that one dies, however it dies, this one must not stay.
  if (process.env['GATEWAY_STOP_WITH_INPUT'] === 'on') process.stdin.resume().once('end', () => stop('input closed'));
}
