import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { GraphQLError } from 'graphql';
import { Pool } from 'undici';
import type { LocalSubgraphOptions } from '../../src/local/local-subgraph.js';
import { gateway } from '../support/gateway.js';
import { hotline, units } from '../support/units.js';
import { city, connect, sampleSystem } from '../systems/connected.js';

const requests = 10_000;
const atOnce = 16;

/** Answers a number with twice itself, and fails in the way it is asked to. */
const moody: LocalSubgraphOptions = {
  name: 'moody',
  sdl: `type Query { double(of: Int!, mood: String): Answer sure(of: Int!, mood: String): Answer! }
    type Answer @key(fields: "of") { of: Int! twice(mood: String): Int }`,
  resolvers: {
    Query: { double: answered, sure: answered },
    Answer: { twice: ({ of }: { of: number }, { mood }: { mood?: string }) => (mood === undefined ? of * 2 : broken(mood)) },
  },
  entities: { Answer: async (references) => references },
};

/** A system that knows October, each day of it with another number, and fails for any other month. */
const system = createServer((request, response) => {
  const [, month, day] = (new URL(request.url ?? '', 'http://system').searchParams.get('tu') ?? '').split('-').map(Number);
  const rows = [{ ma_don_vi: '79', tiep_nhan: month === 10 ? day : -1, xu_ly: { dung_han: 0 } }];
  response.writeHead(month === 10 ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify({ du_lieu: rows }));
}).listen(0, '127.0.0.1');
await once(system, 'listening');
after(() => system.close());

const connected = connect([
  sampleSystem('79-hotline', {
    address: `http://127.0.0.1:${(system.address() as AddressInfo).port}/`,
    freshSeconds: 0,
  }),
]);
const places: LocalSubgraphOptions = {
  name: 'places',
  sdl: 'type Query { place(id: ID!): Unit } type Unit @key(fields: "id") { id: ID! }',
  resolvers: { Query: { place: (_, { id }: { id: string }) => ({ id }) } },
  entities: { Unit: async (references) => references },
};

const reports = 'query($id: ID!, $from: Date!) { place(id: $id) { hotlineReports(from: $from, to: "2026-11-01") } }';

interface Case {
  readonly body: (n: number) => unknown;
  readonly expect: (n: number) => unknown;
}

const good: readonly Case[] = [
  {
    body: (n) => ({ query: 'query($n: Int!) { double(of: $n) { of twice } }', variables: { n } }),
    expect: (n) => ({ data: { double: { of: n, twice: n * 2 } } }),
  },
  {
    body: (n) => ({ query: 'query($n: Int!) { a: sure(of: $n) { twice } unit(code: "75") { name openTickets } }', variables: { n } }),
    expect: (n) => ({ data: { a: { twice: n * 2 }, unit: { name: 'Đồng Nai', openTickets: 75 } } }),
  },
  {
    body: (n) => ({ query: reports, variables: { id: city, from: `2026-10-1${n % 10}` } }),
    expect: (n) => ({ data: { place: { hotlineReports: 10 + (n % 10) } } }),
  },
];

const bad: readonly Case[] = [
  ...['double', 'sure'].flatMap((field) =>
    ['thrown', 'refused', 'garbage'].map((mood) => ({
      body: (n: number) => ({ query: `query($n: Int!, $m: String) { ${field}(of: $n, mood: $m) { of } }`, variables: { n, m: mood } }),
      expect: () => ({ data: field === 'sure' ? null : { double: null }, errors: 1 }),
    })),
  ),
  {
    body: (n) => ({ query: 'query($n: Int!) { double(of: $n) { of twice(mood: "thrown") } }', variables: { n } }),
    expect: (n) => ({ data: { double: { of: n, twice: null } }, errors: 1 }),
  },
  { body: () => ({ query: '{ double(of: 1 { of } }' }), expect: () => ({ errors: 1 }) },
  { body: () => ({ query: '{ double(of: 1) { off } }' }), expect: () => ({ errors: 1 }) },
  {
    body: (n) => ({ query: 'query($n: Int!) { double(of: $n) { of twice } }', variables: { n: `${n}` } }),
    expect: () => ({ errors: 1 }),
  },
  { body: () => ({ query: 7 }), expect: () => ({ errors: 1 }) },
  {
    body: (n) => ({ query: reports, variables: { id: city, from: `2026-09-1${n % 10}` } }),
    expect: () => ({ data: { place: { hotlineReports: null } }, errors: 1 }),
  },
];

test(`${requests} alternating failing and good requests: each gets its own answer and nothing of another's`, async () => {
  const { url } = await gateway([units, hotline, moody, places, ...connected.subgraphs]);
  const pool = new Pool(url.origin, { connections: atOnce });
  after(() => pool.close());
  const send = async ({ body, expect }: Case, n: number): Promise<void> => {
    const sent = body(n);
    const { body: answer } = await pool.request({
      method: 'POST',
      path: url.pathname,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    const { data, errors } = (await answer.json()) as { readonly data?: unknown; readonly errors?: readonly unknown[] };
    const got = { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors: errors.length }) };
    assert.deepEqual(got, expect(n), JSON.stringify({ n, sent, errors }));
  };
  // Seen once, a good day is answered also while the failing ones have the system rest.
  for (let day = 0; day < 10; day++) await send(pick(good, 2), day);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < requests; n = next++) await send(n % 2 === 0 ? pick(good, n / 2) : pick(bad, (n - 1) / 2), n);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
});

function pick(cases: readonly Case[], n: number): Case {
  const picked = cases[n % cases.length];
  assert(picked !== undefined);
  return picked;
}

function answered(_: unknown, { of, mood }: { of: number; mood?: string | null }): unknown {
  return mood === undefined || mood === null ? { of } : broken(mood);
}

function broken(mood: string): unknown {
  if (mood === 'thrown') throw new TypeError('of undefined');
  if (mood === 'refused') throw new GraphQLError('Not now.', { extensions: { code: 'moody.refused' } });
  return 'garbage';
}
