import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { requestContext, type RequestContext } from '../../src/engine/request-context.js';
import { callersOf } from '../../src/systems/callers.js';
import { city, connect, sampleSystem } from './connected.js';

const seen: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
let broken = false;

/** RegionLink's API and two systems of a province in one: who am I, the hotline, the open data portal. */
const server = createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0] ?? '';
  seen.push({ path, headers: request.headers });
  const say = (body: unknown) => response.writeHead(broken ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (path === '/api/v1/session') say(sessions[request.headers.authorization ?? ''] ?? { signedIn: false });
  else if (path === '/graphql') request.resume().on('end', () => say({ data: { _entities: [{ openDatasetCount: seen.length }] } }));
  else say({ du_lieu: [{ ma_don_vi: '79', dang_xu_ly: 7, linh_vuc_nhieu_nhat: 'x' }] });
}).listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const sessions: Readonly<Record<string, object>> = {
  'Bearer own': { signedIn: true, unit: city, units: [city] },
  'Bearer neighbour': { signedIn: true, unit: '75@2026-04-30', units: ['75@2026-04-30'] },
  'Bearer ministry': { signedIn: true, unit: null, units: [] },
};

const places = { '79-open-data': '/graphql', '79-hotline': '/api/' };
const fields = { '79-open-data': 'openDatasetCount', '79-hotline': 'hotlineReportsOpen' };

type System = keyof typeof places;

/** Asks a system, changed, as each of the callers; one graph for all of them. */
function asking(system: System, change: Readonly<Record<string, unknown>>) {
  const file = sampleSystem(system, { address: `${origin}${places[system]}`, freshSeconds: 0, ...change });
  const { subgraphs } = connect([file], { callers: callersOf(new URL(origin)) });
  const subgraph = subgraphs.find(({ name }) => name === (system === '79-open-data' ? system : 'systems'));
  assert(subgraph !== undefined);
  return async (caller: Partial<RequestContext>) => {
    const from = seen.length;
    const result = await subgraph.exec(
      `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Unit { ${fields[system]} } } }`,
      { representations: [{ __typename: 'Unit', id: city }] },
      requestContext(caller),
    );
    const given = (result.data?.['_entities'] as readonly (Record<string, unknown> | null)[] | null | undefined)?.[0]?.[fields[system]];
    const asked = seen.slice(from).filter(({ path }) => path !== '/api/v1/session');
    return { given: given ?? null, code: result.errors?.[0]?.extensions?.['code'], asked };
  };
}

test('A caller’s credential stays here, unless the file of a GraphQL system asks for it; a cookie always does', async () => {
  const caller = { authorization: 'Bearer own', cookie: 'session=mine' };
  for (const [system, change, expected] of [
    ['79-hotline', {}, undefined],
    ['79-open-data', {}, undefined],
    ['79-open-data', { forwardCaller: true }, 'Bearer own'],
  ] as const) {
    const { given, asked } = await asking(system, change)(caller);
    assert.equal(typeof given, 'number');
    assert.deepEqual(
      asked.map(({ headers }) => [headers.authorization, headers.cookie]),
      [[expected, undefined]],
    );
  }
});

test('What a system told one caller by that one’s own credential is never told another', async () => {
  const ask = asking('79-open-data', { forwardCaller: true });
  assert.equal(typeof (await ask({ authorization: 'Bearer own' })).given, 'number');
  broken = true;
  try {
    for (const authorization of ['Bearer neighbour', 'Bearer own']) {
      const { given, code } = await ask({ authorization });
      assert.deepEqual([given, code], [null, 'system.unavailable']);
    }
  } finally {
    broken = false;
  }
});

const mayRead: Readonly<Record<string, readonly string[]>> = {
  everyone: ['', 'Bearer made-up', 'Bearer own', 'Bearer neighbour', 'Bearer ministry'],
  signedIn: ['Bearer own', 'Bearer neighbour', 'Bearer ministry'],
  unit: ['Bearer own', 'Bearer ministry'],
};

for (const system of ['79-hotline', '79-open-data'] as const) {
  for (const [readableBy, readers] of Object.entries(mayRead)) {
    test(`${system} readable by ${readableBy}: others get a typed error, also of what is remembered, and the system is not asked`, async () => {
      const ask = asking(system, { readableBy });
      for (const authorization of [...readers, ...(mayRead['everyone'] ?? [])]) {
        const { given, code, asked } = await ask(authorization === '' ? {} : { authorization });
        if (readers.includes(authorization)) assert.deepEqual([typeof given, code], ['number', undefined], authorization);
        else assert.deepEqual([given, code, asked], [null, 'system.not-readable', []], authorization);
      }
    });
  }
}
