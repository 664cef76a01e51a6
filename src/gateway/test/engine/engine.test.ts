import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graph } from '../support/graph.js';
import { hotline, units } from '../support/units.js';

const region = graph([units, hotline]);

test('Fields of two subgraphs come as one object, in the order and under the names the client chose', async () => {
  const { data, errors } = await region.ask('query($k: String) { place: unit(code: "79") { waiting: openTickets(kind: $k) name code } }', {
    k: 'abc',
  });
  assert.equal(errors, undefined);
  assert.equal(JSON.stringify(data), '{"place":{"waiting":82,"name":"Thành phố Hồ Chí Minh","code":"79"}}');
  assert.equal(region.sent.length, 2);
});

test('A list of entities is one fetch, and the same entity is asked for once', async () => {
  const { data } = await region.ask('{ units { code neighbours { code openTickets } } }');
  const first = (data?.['units'] as { neighbours: unknown[] }[])[0];
  assert.deepEqual(first?.neighbours, [
    { code: '79', openTickets: 79 },
    { code: '80', openTickets: 80 },
  ]);
  assert.deepEqual(
    region.sent.map((s) => s.subgraph),
    ['units', 'hotline'],
  );
  assert.equal((region.sent[1]?.variables['representations'] as unknown[]).length, 3);
});

test('Fragments on interfaces and unions pick by the real type', async () => {
  const { data, errors } = await region.ask(`
    { search(text: "x") { __typename ...U ... on Project { title owner { ...U } } } node(id: "79") { id ... on Unit { openTickets } } }
    fragment U on Unit { name openTickets }`);
  assert.equal(errors, undefined);
  assert.deepEqual(data, {
    search: [
      { __typename: 'Unit', name: 'Thành phố Hồ Chí Minh', openTickets: 79 },
      { __typename: 'Project', title: 'Kho dữ liệu', owner: { name: 'Đồng Nai', openTickets: 75 } },
    ],
    node: { id: '79', openTickets: 79 },
  });
});

test('What is skipped is neither fetched nor answered', async () => {
  const query = 'query($with: Boolean!) { unit(code: "75") { code openTickets @include(if: $with) name @skip(if: $with) } }';
  assert.deepEqual((await region.ask(query, { with: false })).data, { unit: { code: '75', name: 'Đồng Nai' } });
  assert.equal(region.sent.length, 1);
  assert.deepEqual((await region.ask(query, { with: true })).data, { unit: { code: '75', openTickets: 75 } });
});

test('A mutation changes things in the order written', async () => {
  const { data, errors } = await region.ask(
    'mutation { a: rename(code: "75", name: "x") { name openTickets } b: closeTicket(id: "1") { text } c: rename(code: "79", name: "y") { name } }',
  );
  assert.equal(errors, undefined);
  assert.deepEqual(data, { a: { name: 'x', openTickets: 75 }, b: { text: 'xong' }, c: { name: 'y' } });
  const changes = region.sent.filter((s) => s.document.startsWith('mutation')).map((s) => s.subgraph);
  assert.deepEqual(changes, ['units', 'hotline', 'units']);
});

test('The schema and data can be asked for together', async () => {
  const { data, errors } = await region.ask(
    `
    query Q($t: String!) { __schema { queryType { ...T } } unit(code: "80") { name } kind: __type(name: $t) { ...T kind } __typename }
    fragment T on __Type { name }`,
    { t: 'Unit' },
  );
  assert.equal(errors, undefined);
  assert.deepEqual(Object.keys(data ?? {}), ['__schema', 'unit', 'kind', '__typename']);
  assert.deepEqual(data, {
    __schema: { queryType: { name: 'Query' } },
    unit: { name: 'Tây Ninh' },
    kind: { name: 'Unit', kind: 'OBJECT' },
    __typename: 'Query',
  });
});

test('Asking only for type names or the schema fetches nothing', async () => {
  assert.deepEqual((await region.ask('{ __typename ... on Query { q: __typename } }')).data, { __typename: 'Query', q: 'Query' });
  assert.deepEqual((await region.ask('{ ...F } fragment F on Query { __schema { queryType { name } } }')).data, {
    __schema: { queryType: { name: 'Query' } },
  });
  assert.equal(region.sent.length, 0);
});

test('An error of a subgraph stands where the client asked, with its code', async () => {
  const { data, errors } = await region.ask('{ units(first: 2) { code s: secret } }');
  assert.deepEqual(data, {
    units: [
      { code: '75', s: null },
      { code: '79', s: null },
    ],
  });
  assert.deepEqual(
    errors?.map((e) => [e.path, e.extensions?.['code'], e.message]),
    [
      [['units', 0, 's'], 'FORBIDDEN', 'Not yours to read.'],
      [['units', 1, 's'], 'FORBIDDEN', 'Not yours to read.'],
    ],
  );
});

test('Names that JavaScript objects inherit are ordinary aliases', async () => {
  const { data, errors } = await region.ask(
    '{ constructor: unit(code: "none") { name } toString: unit(code: "75") { valueOf: secret hasOwnProperty: code } }',
  );
  assert.deepEqual(data, { constructor: null, toString: { valueOf: null, hasOwnProperty: '75' } });
  assert.equal(errors?.length, 1);
});

test('An operation is compiled once', async () => {
  const fresh = graph([units, hotline]);
  for (let i = 0; i < 3; i++) await fresh.ask('query($c: ID!) { unit(code: $c) { name } }', { c: String(75 + i) });
  assert.deepEqual([fresh.engine.cache.hits, fresh.engine.cache.misses, fresh.engine.cache.size], [2, 1, 1]);
});
