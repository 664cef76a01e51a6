import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningGraph } from '../compose/running-graph.js';
import type { Settings } from '../config/settings.js';
import { showAsset, showPage } from './graphiql.js';
import { graphqlEndpoint } from './graphql-endpoint.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { OpenConnections } from './open-connections.js';
import type { PersistedDocuments } from './persisted-documents.js';
import { refuse, respond } from './respond.js';

export interface ServerOptions {
  readonly graph: RunningGraph;
  readonly settings: Settings;
  readonly documents: PersistedDocuments;
  readonly metrics: Metrics;
  readonly log: Log;
}

export interface GatewayServer {
  /** Resolves to the address, with the real port. Rejects when the port is taken. */
  listen(): Promise<URL>;
  /** Takes no more connections, ends subscriptions, lets requests finish for up to `graceMs`, then closes the graph. */
  stop(graceMs: number): Promise<void>;
}

export function createGatewayServer(options: ServerOptions): GatewayServer {
  const { settings, graph, metrics, log } = options;
  const stopping = new AbortController();
  const graphql = graphqlEndpoint({ ...options, stopping: stopping.signal });
  const server = createServer((request, response) => {
    if (stopping.signal.aborted) response.setHeader('connection', 'close');
    route(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      log.error('A request failed.', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      if (!response.headersSent) refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Internal error.');
      else response.destroy();
    });
  });
  const connections = new OpenConnections(server);
  // Longer than a load balancer keeps idle connections, so that it is never the one surprised.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 30_000;

  return {
    listen: () => listen(server, settings),
    async stop(graceMs) {
      stopping.abort();
      await close(server, connections, graceMs);
      await graph.close();
    },
  };

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    switch (path) {
      case '/graphql':
        if (settings.graphiql && wantsPage(request)) showPage(response);
        else await graphql(request, response);
        return;
      case '/health':
        respond(response, 200, 'application/json', '{"status":"ok"}');
        return;
      case '/ready':
        if (stopping.signal.aborted) respond(response, 503, 'application/json', '{"status":"stopping"}');
        else respond(response, 200, 'application/json', '{"status":"ready"}');
        return;
      case '/metrics':
        respond(response, 200, metrics.registry.contentType, await metrics.registry.metrics());
        return;
      case '/schema.graphql':
        if (settings.introspection) respond(response, 200, 'text/plain; charset=utf-8', graph.engine.clientSdl);
        else refuse(response, 404, 'NOT_FOUND', 'Nothing is here.');
        return;
      case '/':
        response.writeHead(302, { location: '/graphql' }).end();
        return;
      default:
        if (settings.graphiql && path.startsWith('/graphiql/') && (await showAsset(path.slice('/graphiql/'.length), response))) return;
        refuse(response, 404, 'NOT_FOUND', 'Nothing is here: GraphQL is at /graphql.');
    }
  }
}

function wantsPage(request: IncomingMessage): boolean {
  return request.method === 'GET' && /text\/html/i.test(request.headers.accept ?? '') && !(request.url ?? '').includes('query=');
}

async function listen(server: Server, { host, port }: Settings): Promise<URL> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const { port: actual } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return new URL(`http://${name.includes(':') ? `[${name}]` : name}:${actual}/graphql`);
}

async function close(server: Server, connections: OpenConnections, graceMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    connections.close();
  });
}
