import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { regionSubgraph } from '../../src/region/region-subgraph.js';
import { graph } from '../support/graph.js';
import { cookieOf, needsServer, regionGraph } from '../support/region.js';

describe('What the caller may not read', needsServer, () => {
  test('is not there for a stranger, and there for those it is shared with', async () => {
    const query =
      '{ projects(filter: { units: ["80@2025-07-01"] }) { totalCount } project(id: "80@2025-07-01/MAU-001") { name budgetLines { id } } }';
    const stranger = await regionGraph().ask(query);
    const researcher = await regionGraph().ask(query, {}, { cookie: await cookieOf('researcher') });

    assert.deepEqual(stranger, { data: { projects: { totalCount: 0 }, project: null } });
    assert.ok((researcher.data?.['projects'] as { totalCount: number }).totalCount > 0);
  });

  test('is an error with the code on that field alone', async () => {
    const answer = await regionGraph().ask(
      '{ unit(id: "79@2025-07-01") { name } budgetShare(unit: "80@2025-07-01", year: 2026, stage: DECIDED) { percent } }',
    );

    assert.deepEqual(answer.data, { unit: { name: 'Hồ Chí Minh' }, budgetShare: null });
    assert.deepEqual(
      answer.errors?.map(({ path, extensions }) => [path, extensions?.['code']]),
      [[['budgetShare'], 'budget-share.not-shared']],
    );
  });

  test('is refused to a wrong key, which the API does not take for a stranger', async () => {
    const answer = await regionGraph().ask('{ units(first: 1) { nodes { name } } }', {}, { authorization: 'Bearer rlk_wrong' });

    assert.equal(answer.errors?.[0]?.extensions?.['code'], 'access.key-refused');
  });
});

/** A graph over an API that answers as it is told. */
async function over(listener: RequestListener, run: (ask: (query: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const region = regionSubgraph({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answerTimeoutMs: 3_000 });
  try {
    await run((query) => graph([region]).ask(query));
  } finally {
    await region.close?.();
    server.closeAllConnections();
    server.close();
  }
}

const faults: Readonly<Record<string, readonly [RequestListener, code: string]>> = {
  'answers 503': [
    (_, response) => response.writeHead(503).end('{"refusals":[{"code":"service.unavailable","vi":"x","en":"x"}]}'),
    'source.unavailable',
  ],
  'answers 500 with its insides': [
    (_, response) => response.writeHead(500).end('{"detail":"at Npgsql.Internal in /srv/db, password=secret"}'),
    'source.failed',
  ],
  'answers a page instead of JSON': [(_, response) => response.writeHead(200).end('<html>secret</html>'), 'source.failed'],
  'answers half': [
    (_, response) => response.writeHead(200, { 'content-length': '100' }).end('{"items":[', () => response.socket?.destroy()),
    'source.unavailable',
  ],
  'breaks the connection': [(request) => request.socket.destroy(), 'source.unavailable'],
  'says nothing': [() => undefined, 'source.unavailable'],
  'asks to come back later': [
    (_, response) => response.writeHead(429).end('{"refusals":[{"code":"access.too-many-requests","vi":"Quá nhiều","en":"Too many"}]}'),
    'access.too-many-requests',
  ],
};

describe('An API that', () => {
  for (const [what, [listener, code]] of Object.entries(faults)) {
    test(`${what} is an error with a code on each field, and nothing of its address or insides`, async () => {
      await over(listener, async (ask) => {
        const answer = (await ask('{ units { totalCount } scoreboard { year } unit(id: "79@2025-07-01") { name } }')) as {
          data: unknown;
          errors: { path: unknown; extensions: { code: string } }[];
        };

        assert.deepEqual(answer.data, { units: null, scoreboard: null, unit: null });
        assert.deepEqual(answer.errors.map(({ path, extensions }) => `${String(path)} ${extensions.code}`).sort(), [
          `scoreboard ${code}`,
          `unit ${code}`,
          `units ${code}`,
        ]);
        assert.doesNotMatch(JSON.stringify(answer), /127\.0\.0\.1|secret|Npgsql|at .*\.js|ECONN|UND_ERR|html/);
      });
    });
  }
});
