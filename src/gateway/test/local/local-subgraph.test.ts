import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphQLError } from 'graphql';
import { requestContext } from '../../src/engine/request-context.js';
import { localSubgraph } from '../../src/local/local-subgraph.js';

const calls: unknown[] = [];
const tickets = localSubgraph({
  name: 'tickets',
  sdl: `
    type Query { province(code: ID!): Province }
    type Province @key(fields: "code") { code: ID! name: String openTickets: Int }
    extend type Query { broken: String refused: String }`,
  resolvers: {
    Query: {
      province: (_, { code }: { code: string }) => ({ code, name: `Province ${code}` }),
      broken: () => {
        throw new Error('password=secret');
      },
      refused: () => {
        throw new GraphQLError('Not yours to read.', { extensions: { code: 'FORBIDDEN' } });
      },
    },
    Province: { openTickets: (province: { code: string }) => province.code.length },
  },
  entities: {
    Province: async (references) => {
      calls.push(references);
      return references.map((r) => (r['code'] === 'none' ? null : { code: r['code'] }));
    },
  },
});

test('A local subgraph answers a query with variables', async () => {
  const result = await tickets.exec('query($c: ID!) { a: province(code: $c) { name openTickets } }', { c: '79' }, requestContext());
  assert.deepEqual(JSON.parse(JSON.stringify(result)), { data: { a: { name: 'Province 79', openTickets: 2 } } });
});

test('References are resolved by one call in the order asked', async () => {
  calls.length = 0;
  const representations = ['75', 'none', '79'].map((code) => ({ __typename: 'Province', code }));
  const result = await tickets.exec(
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Province { code openTickets } } }',
    { representations },
    requestContext(),
  );
  assert.equal(calls.length, 1);
  assert.deepEqual(JSON.parse(JSON.stringify(result.data)), {
    _entities: [{ code: '75', openTickets: 2 }, null, { code: '79', openTickets: 2 }],
  });
});

test('An unexpected failure shows nothing of itself; a GraphQL error keeps its code', async () => {
  const result = await tickets.exec('{ broken refused }', {}, requestContext());
  assert.deepEqual(result.errors, [
    { message: 'Internal error.', path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    { message: 'Not yours to read.', path: ['refused'], extensions: { code: 'FORBIDDEN' } },
  ]);
});

test('Fields that are asked for with and without a condition are answered by the one without', async () => {
  const query = `query($w: Boolean!) { province(code: "79") { code ... @include(if: false) { ...F } p: name } province(code: "79") { name @include(if: $w) ...F } }
    fragment F on Province { openTickets @skip(if: $w) n: openTickets }`;
  const result = await tickets.exec(query, { w: true }, requestContext());
  assert.deepEqual(JSON.parse(JSON.stringify(result)), {
    data: { province: { code: '79', p: 'Province 79', name: 'Province 79', n: 2 } },
  });
});
