import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { request } from 'undici';
import { regionSubgraph } from '../../src/region/region-subgraph.js';
import { graph, type TestGraph } from './graph.js';

/** Address of a server with sample data, and its accounts; set by the tests of the whole product, which never leave these tests out. */
export const origin = process.env['REGIONLINK_TEST_API'];
const accounts = JSON.parse(process.env['REGIONLINK_TEST_ACCOUNTS'] ?? '{}') as Record<string, string>;

/** For `describe`: skips where no server was given. */
export const needsServer = {
  skip: origin === undefined ? 'needs a server: dotnet test tests/RegionLink.Gateway.Tests, or REGIONLINK_TEST_API and _ACCOUNTS' : false,
};

/** The region's graph over the server, through the engine. */
export function regionGraph(): TestGraph {
  assert(origin !== undefined);
  return graph([regionSubgraph({ origin: new URL(origin).origin }, { onUnexpected: (error) => console.error(error) })]);
}

const cookies = new Map<string, string>();

/** The cookie of one of the sample accounts. */
export async function cookieOf(login: string): Promise<string> {
  const known = cookies.get(login);
  if (known !== undefined) return known;
  const answer = await send('POST', '/api/v1/session', { login, password: accounts[login] });
  const cookie = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]);
  assert.equal(answer.statusCode, 200);
  cookies.set(login, cookie.join('; '));
  return cookie.join('; ');
}

/** A request to the server itself, past the graph. */
export async function send(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, headers: Record<string, string> = {}) {
  assert(origin !== undefined);
  const answer = await request(new URL(path, origin), {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { statusCode: answer.statusCode, headers: answer.headers, body: JSON.parse((await answer.body.text()) || 'null') as unknown };
}

/** The paths the API was asked for while something ran. */
export async function upstreamOf(run: () => Promise<unknown>): Promise<readonly string[]> {
  const paths: string[] = [];
  const note = (message: unknown) => {
    const { path } = (message as { readonly request: { readonly path: string } }).request;
    if (path.startsWith('/api/v1/')) paths.push(path);
  };
  subscribe('undici:request:create', note);
  try {
    await run();
  } finally {
    unsubscribe('undici:request:create', note);
  }
  return paths;
}
