import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphQLError } from 'graphql';
import { graph } from '../support/graph.js';

const ids = (references: readonly Readonly<Record<string, unknown>>[]) => references.map((r) => ({ ...r }));

test('@key: composite and nested keys find their entity', async () => {
  const { ask, sent } = graph([
    {
      name: 'reports',
      sdl: `type Query { reports: [Report!]! }
        type Report @key(fields: "period unit { code validFrom }") { period: ID! unit: UnitKey! state: String }
        type UnitKey @shareable { code: ID! validFrom: String! }`,
      resolvers: {
        Query: {
          reports: () => ['79', '80'].map((code) => ({ period: '2026-11', unit: { code, validFrom: '2025-07-01' }, state: 'draft' })),
        },
      },
    },
    {
      name: 'figures',
      sdl: `type Report @key(fields: "period unit { code validFrom }") { period: ID! unit: UnitKey! figures: Int }
        type UnitKey @shareable { code: ID! validFrom: String! }`,
      resolvers: { Report: { figures: (r: { unit: { code: string } }) => Number(r.unit.code) } },
      entities: { Report: async (references) => ids(references) },
    },
  ]);
  const { data, errors } = await ask('{ reports { state figures unit { code } } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, {
    reports: [
      { state: 'draft', figures: 79, unit: { code: '79' } },
      { state: 'draft', figures: 80, unit: { code: '80' } },
    ],
  });
  assert.deepEqual((sent[1]?.variables['representations'] as unknown[])[0], {
    __typename: 'Report',
    period: '2026-11',
    unit: { code: '79', validFrom: '2025-07-01' },
  });
});

test('@key: an entity with several keys is reached through the one a subgraph knows', async () => {
  const { ask, sent } = graph([
    {
      name: 'a',
      sdl: 'type Query { project: Project } type Project @key(fields: "number") { number: ID! }',
      resolvers: { Query: { project: () => ({ number: 'n1' }) } },
    },
    {
      name: 'b',
      sdl: 'type Project @key(fields: "number") @key(fields: "id") { number: ID! id: ID! }',
      entities: { Project: async (references) => references.map((r) => ({ number: r['number'], id: `id-${String(r['number'])}` })) },
    },
    {
      name: 'c',
      sdl: 'type Project @key(fields: "id") { id: ID! title: String }',
      resolvers: { Project: { title: (p: { id: string }) => `title of ${p.id}` } },
      entities: { Project: async (references) => ids(references) },
    },
  ]);
  const { data, errors } = await ask('{ project { title } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, { project: { title: 'title of id-n1' } });
  assert.deepEqual(
    sent.map((s) => s.subgraph),
    ['a', 'b', 'c'],
  );
});

test('@requires: a field is computed from fields of another subgraph, also nested and by list', async () => {
  const { ask } = graph([
    {
      name: 'lines',
      sdl: `type Query { lines: [Line!]! } type Line @key(fields: "id") { id: ID! amounts: [Amount!] currency: String } type Amount { stage: String vnd: Int }`,
      resolvers: {
        Query: {
          lines: () => [
            {
              id: '1',
              currency: 'VND',
              amounts: [
                { stage: 'decided', vnd: 5 },
                { stage: 'executed', vnd: 7 },
              ],
            },
            { id: '2', currency: null, amounts: null },
          ],
        },
      },
    },
    {
      name: 'sums',
      sdl: `type Line @key(fields: "id") { id: ID! amounts: [Amount!] @external currency: String @external sum: String @requires(fields: "currency amounts { vnd }") }
        type Amount { vnd: Int @external }`,
      resolvers: {
        Line: {
          sum: (l: { amounts: { vnd: number }[] | null; currency: string | null }) =>
            l.amounts === null ? 'nothing' : `${l.amounts.reduce((total, a) => total + a.vnd, 0)} ${l.currency ?? ''}`,
        },
      },
      entities: { Line: async (references) => ids(references) },
    },
  ]);
  const { data, errors } = await ask('{ lines { s: sum } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, { lines: [{ s: '12 VND' }, { s: 'nothing' }] });
});

test("@requires: the same source field with other arguments and under the client's alias is kept apart", async () => {
  const { ask } = graph([
    {
      name: 'prices',
      sdl: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! price(currency: String!): Int }',
      resolvers: {
        Query: { item: () => ({ id: '1' }) },
        Item: { price: (_, { currency }: { currency: string }) => (currency === 'VND' ? 25_000 : 1) },
      },
      entities: { Item: async (references) => ids(references) },
    },
    {
      name: 'duty',
      sdl: `type Item @key(fields: "id") { id: ID! price(currency: String!): Int @external duty: Int @requires(fields: "price(currency: \\"VND\\")") }`,
      resolvers: { Item: { duty: (i: { price: number }) => i.price / 10 } },
      entities: { Item: async (references) => ids(references) },
    },
  ]);
  const { data, errors } = await ask('{ item { price(currency: "USD") duty } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, { item: { price: 1, duty: 2500 } });
});

test('@provides: a field a subgraph gives along one path is not fetched again', async () => {
  const { ask, sent } = graph([
    {
      name: 'posts',
      sdl: `type Query { post: Post authors: [Author] } type Post { author: Author @provides(fields: "name") }
        type Author @key(fields: "id") { id: ID! name: String @external }`,
      resolvers: { Query: { post: () => ({ author: { id: '1', name: 'Lan' } }), authors: () => [{ id: '1' }] } },
    },
    {
      name: 'authors',
      sdl: 'type Author @key(fields: "id") { id: ID! name: String }',
      entities: { Author: async (references) => references.map((r) => ({ id: r['id'], name: 'Lan' })) },
    },
  ]);
  assert.deepEqual((await ask('{ post { author { name } } }')).data, { post: { author: { name: 'Lan' } } });
  assert.equal(sent.length, 1);
  assert.deepEqual((await ask('{ authors { name } }')).data, { authors: [{ name: 'Lan' }] });
  assert.equal(sent.length, 2);
});

test('@override: the field comes from where it moved to', async () => {
  const { ask } = graph([
    {
      name: 'old',
      sdl: 'type Query { unit: Unit } type Unit @key(fields: "id") { id: ID! population: Int }',
      resolvers: { Query: { unit: () => ({ id: '1', population: 1 }) } },
      entities: { Unit: async (references) => ids(references) },
    },
    {
      name: 'new',
      sdl: 'type Unit @key(fields: "id") { id: ID! population: Int @override(from: "old") }',
      entities: { Unit: async (references) => references.map((r) => ({ ...r, population: 2 })) },
    },
  ]);
  assert.deepEqual((await ask('{ unit { population } }')).data, { unit: { population: 2 } });
});

const media = [
  {
    name: 'library',
    sdl: `type Query { all: [Media!]! one: Book }
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }`,
    resolvers: {
      Query: {
        all: () => [
          { __typename: 'Book', id: 'b', title: 'Sách', pages: 9 },
          { __typename: 'Film', id: 'f', title: 'Phim', minutes: 90 },
        ],
        one: () => ({ __typename: 'Book', id: 'b', title: 'Sách', pages: 9 }),
      },
    },
    entities: {
      Media: async (references: readonly Readonly<Record<string, unknown>>[]) =>
        references.map((r) =>
          r['id'] === 'b'
            ? { __typename: 'Book', id: 'b', title: 'Sách', pages: 9 }
            : { __typename: 'Film', id: 'f', title: 'Phim', minutes: 90 },
        ),
      Book: async (references: readonly Readonly<Record<string, unknown>>[]) => references.map((r) => ({ ...r, title: 'Sách', pages: 9 })),
      Film: async (references: readonly Readonly<Record<string, unknown>>[]) =>
        references.map((r) => ({ ...r, title: 'Phim', minutes: 90 })),
    },
  },
  {
    name: 'loans',
    sdl: `type Query { lent: [Media!]! } type Media @key(fields: "id") @interfaceObject { id: ID! loans: Int }`,
    resolvers: {
      Query: { lent: () => [{ id: 'f' }, { id: 'b' }] },
      Media: { loans: (m: { id: string }) => (m.id === 'b' ? 3 : 4) },
    },
    entities: { Media: async (references: readonly Readonly<Record<string, unknown>>[]) => ids(references) },
  },
];

test('@interfaceObject: a field is added to every type of an interface at once', async () => {
  const { ask } = graph(media);
  const { data, errors } = await ask('{ all { __typename id loans ... on Film { minutes } } one { loans pages } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, {
    all: [
      { __typename: 'Book', id: 'b', loans: 3 },
      { __typename: 'Film', id: 'f', loans: 4, minutes: 90 },
    ],
    one: { loans: 3, pages: 9 },
  });
});

test('@interfaceObject: objects that began as the interface learn their real type', async () => {
  const { ask } = graph(media);
  const { data, errors } = await ask('{ lent { loans title __typename ... on Book { pages } } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, {
    lent: [
      { loans: 4, title: 'Phim', __typename: 'Film' },
      { loans: 3, title: 'Sách', __typename: 'Book', pages: 9 },
    ],
  });
});

test('@shareable: value types of several subgraphs, and a root field two of them answer', async () => {
  const { ask } = graph([
    {
      name: 'a',
      sdl: 'type Query { page: Page @shareable } type Page @shareable { info: Info a: Int } type Info @shareable { total: Int }',
      resolvers: { Query: { page: () => ({ info: { total: 1 }, a: 2 }) } },
    },
    {
      name: 'b',
      sdl: 'type Query { page: Page @shareable } type Page @shareable { info: Info b: Int } type Info @shareable { total: Int }',
      resolvers: { Query: { page: () => ({ info: { total: 1 }, b: 3 }) } },
    },
  ]);
  const { data, errors } = await ask('{ page { info { total } a b } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, { page: { info: { total: 1 }, a: 2, b: 3 } });
});

test('@inaccessible: an enum value clients may not see becomes null with an error, and is not repeated', async () => {
  const { ask } = graph([
    {
      name: 'a',
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@inaccessible"])
        type Query { levels: [Level] } enum Level { PROVINCE SECRET @inaccessible }`,
      resolvers: { Query: { levels: () => ['PROVINCE', 'SECRET'] } },
    },
  ]);
  const { data, errors } = await ask('{ levels }');
  assert.deepEqual(data, { levels: ['PROVINCE', null] });
  assert.deepEqual(
    errors?.map((e) => e.path),
    [['levels', 1]],
  );
  assert.doesNotMatch(JSON.stringify(errors), /SECRET/);
});

const failing = (sdl: string) =>
  graph([
    {
      name: 'base',
      sdl: 'type Query { units: [Unit!]! unit: Unit } type Unit @key(fields: "id") { id: ID! }',
      resolvers: { Query: { units: () => [{ id: '1' }, { id: '2' }], unit: () => ({ id: '2' }) } },
    },
    {
      name: 'extra',
      sdl,
      resolvers: {
        Unit: {
          figure: (u: { id: string }) => {
            if (u.id === '2') throw new GraphQLError('No figure.', { extensions: { code: 'NO_FIGURE' } });
            return 10;
          },
        },
      },
      entities: { Unit: async (references) => ids(references) },
    },
  ]);

test('A null moves up to the nearest field that may be null, with one error that says where it began', async () => {
  const nullable = await failing('type Unit @key(fields: "id") { id: ID! figure: Int }').ask('{ units { id figure } }');
  assert.deepEqual(nullable.data, {
    units: [
      { id: '1', figure: 10 },
      { id: '2', figure: null },
    ],
  });
  const strict = failing('type Unit @key(fields: "id") { id: ID! figure: Int! }');
  const list = await strict.ask('{ all: units { id f: figure } unit { id } }');
  assert.equal(list.data, null);
  const one = await strict.ask('{ unit { id f: figure } }');
  assert.deepEqual(one.data, { unit: null });
  assert.deepEqual(
    one.errors?.map((e) => [e.path, e.extensions?.['code']]),
    [[['unit', 'f'], 'NO_FIGURE']],
  );
});

test('An error of an entity stands at every place the entity is shown', async () => {
  const { ask } = failing('type Unit @key(fields: "id") { id: ID! figure: Int }');
  const { errors } = await ask('{ a: unit { figure } units { x: figure } }');
  assert.deepEqual(errors?.map((e) => e.path?.join('.')).sort(), ['a.figure', 'units.1.x']);
});

test('A subgraph that fails is one error and nulls; the rest is whole', async () => {
  const { ask } = graph([
    {
      name: 'base',
      sdl: 'type Query { units: [Unit!]! } type Unit @key(fields: "id") { id: ID! }',
      resolvers: { Query: { units: () => [{ id: '1' }, { id: '2' }] } },
    },
    {
      name: 'away',
      sdl: 'type Query { weather: String } type Unit @key(fields: "id") { id: ID! figure: Int }',
      exec: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432')),
    },
  ]);
  const { data, errors } = await ask('{ units { id figure } weather }');
  assert.deepEqual(data, {
    units: [
      { id: '1', figure: null },
      { id: '2', figure: null },
    ],
    weather: null,
  });
  assert.deepEqual(
    errors?.map((e) => e.path),
    [['weather'], ['units']],
  );
  assert.doesNotMatch(JSON.stringify(errors), /10\.0\.0|ECONN/);
});

test('A subgraph that answers something else than its schema says spoils only its own fields', async () => {
  const { ask } = graph([
    {
      name: 'garbage',
      sdl: 'type Query { count: Int name: String list: [Int] thing: Thing good: Int } type Thing { a: Int }',
      exec: async () => ({ data: { count: 'many', name: { deep: 1 }, list: 'x', thing: [1], good: 1 } }),
    },
  ]);
  const { data, errors } = await ask('{ count name list thing { a } good }');
  assert.deepEqual(data, { count: null, name: null, list: null, thing: null, good: 1 });
  assert.equal(errors?.length, 4);
});

test('The deadline is kept when a subgraph hangs', async () => {
  const { ask } = graph([
    { name: 'base', sdl: 'type Query { good: Int }', resolvers: { Query: { good: () => 1 } } },
    { name: 'hung', sdl: 'type Query { never: Int }', exec: () => new Promise(() => undefined) },
  ]);
  const started = performance.now();
  const deadline = new AbortController();
  setTimeout(() => deadline.abort(), 100);
  const { data, errors } = await ask('{ good never }', {}, { signal: deadline.signal });
  assert.ok(performance.now() - started < 30_000);
  assert.deepEqual(data, { good: 1, never: null });
  assert.equal(errors?.[0]?.extensions?.['code'], 'DEADLINE_EXCEEDED');
});

test('Conditions of fragments at the root hold where several fields need what another subgraph requires', async () => {
  const region = graph([
    {
      name: 'projects',
      sdl: `type Query { late: [Project!] open: [Project!] } type Project @key(fields: "id") { id: ID! budget: Int }`,
      resolvers: { Query: { late: () => [{ id: '1', budget: 4 }], open: () => [{ id: '2', budget: 6 }] } },
    },
    {
      name: 'ratings',
      sdl: `type Project @key(fields: "id") { id: ID! budget: Int @external half: Int @requires(fields: "budget") }`,
      resolvers: { Project: { half: (p: { budget: number }) => p.budget / 2 } },
      entities: { Project: async (references) => references },
    },
  ]);
  const query = `query ($a: Boolean!, $b: Boolean!) { ...Both @include(if: $a) }
    fragment Both on Query { late { half } open { half } ... @include(if: $b) { again: open { half } } }`;
  assert.deepEqual((await region.ask(query, { a: true, b: false })).data, { late: [{ half: 2 }], open: [{ half: 3 }] });
  assert.deepEqual((await region.ask(query, { a: true, b: true })).data, {
    late: [{ half: 2 }],
    open: [{ half: 3 }],
    again: [{ half: 3 }],
  });
  assert.deepEqual(await region.ask(query, { a: false, b: true }), { data: {} });
});

test('What the client left out by a condition is no error, even where the plan fetched it', async () => {
  const region = graph([
    {
      name: 'units',
      sdl: `type Query { search: [Hit!] } union Hit = Unit type Unit @key(fields: "id") { id: ID! parent: Unit }`,
      resolvers: {
        Query: { search: () => [{ id: '1' }] },
        Hit: { __resolveType: () => 'Unit' },
        Unit: { parent: () => ({ id: '2' }) },
      },
      entities: { Unit: async (references) => references },
    },
    {
      name: 'hotline',
      sdl: `type Unit @key(fields: "id") { id: ID! tickets: Int }`,
      resolvers: { Unit: { tickets: () => notReadable() } },
      entities: { Unit: async (references) => references },
    },
  ]);
  const query = 'query ($a: Boolean!, $b: Boolean!) { search { ... on Unit @skip(if: $a) { parent @skip(if: $b) { tickets } } } }';
  assert.deepEqual(await region.ask(query, { a: true, b: false }), { data: { search: [{}] } });
  const { errors } = await region.ask(query, { a: false, b: false });
  assert.deepEqual(
    errors?.map((e) => e.path),
    [['search', 0, 'parent', 'tickets']],
  );
});

function notReadable(): never {
  throw new GraphQLError('Not readable.');
}
