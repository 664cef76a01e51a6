import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { defaultLimits } from '../../src/engine/limits.js';
import { gateway } from '../support/gateway.js';
import { hotline, units } from '../support/units.js';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly locations?: unknown; readonly extensions?: { readonly code?: string } }[];
}

const strict = { accept: 'application/graphql-response+json' };
const limits = { ...defaultLimits, tokens: 500, depth: 12, aliases: 10, fields: 200, listCost: 1_000 };
const { post, url } = await gateway([units, hotline], { limits, bodyBytes: 20_000 });

async function refused(body: unknown, status: number, code: string, headers: Record<string, string> = strict): Promise<Answer> {
  const response = await post(body, headers);
  const answer = (await response.json()) as Answer;
  assert.equal(response.status, status, JSON.stringify(answer));
  assert.equal(answer.errors?.[0]?.extensions?.code, code, JSON.stringify(answer));
  assert.ok(!('data' in answer) || answer.data === null);
  return answer;
}

test('A syntax error says where it is', async () => {
  const { errors } = await refused({ query: '{ unit(code: "79") {' }, 400, 'GRAPHQL_PARSE_FAILED');
  assert.deepEqual(errors?.[0]?.locations, [{ line: 1, column: 21 }]);
});

test('A field that does not exist is refused with its place', async () => {
  const { errors } = await refused({ query: '{\n  units { nmae } }' }, 400, 'GRAPHQL_VALIDATION_FAILED');
  assert.deepEqual(errors?.[0]?.locations, [{ line: 2, column: 11 }]);
});

test('A variable of the wrong type is refused before anything is fetched', async () => {
  await refused({ query: 'query($n: Int) { units(first: $n) { code } }', variables: { n: 'ten' } }, 400, 'BAD_USER_INPUT');
  await refused({ query: 'query($c: ID!) { unit(code: $c) { code } }' }, 400, 'BAD_USER_INPUT');
});

test('Over-long, over-deep and over-wide documents are refused by their own codes', async () => {
  await refused({ query: `{ ${'__typename '.repeat(600)} }` }, 400, 'TOKEN_LIMIT_EXCEEDED');
  await refused({ query: `{ units ${'{ neighbours '.repeat(13)} { code } ${'}'.repeat(13)} }` }, 400, 'DEPTH_LIMIT_EXCEEDED');
  await refused({ query: `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: __typename`).join(' ')} }` }, 400, 'ALIAS_LIMIT_EXCEEDED');
});

test('A small document that grows when its fragments are spread is refused at once', async () => {
  const fragments = Array.from({ length: 25 }, (_, i) => `fragment f${i} on Unit { ...f${i + 1} ...f${i + 1} }`).join(' ');
  const started = performance.now();
  await refused({ query: `{ units { ...f0 } } ${fragments} fragment f25 on Unit { code }` }, 400, 'FIELD_LIMIT_EXCEEDED');
  assert.ok(performance.now() - started < 5_000);
});

test('Fragments in a circle are named, not followed', async () => {
  const { errors } = await refused(
    { query: '{ units { ...a } } fragment a on Unit { neighbours { ...b } } fragment b on Unit { neighbours { ...a } }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  );
  assert.match(errors?.[0]?.message ?? '', /fragment "a"/i);
});

test('A page size is part of the cost, also when it is a variable', async () => {
  await refused({ query: '{ units(first: 1001) { code } }' }, 400, 'COST_LIMIT_EXCEEDED');
  await refused({ query: 'query($n: Int!) { units(first: $n) { code } }', variables: { n: 5_000 } }, 400, 'COST_LIMIT_EXCEEDED');
  const allowed = await post({ query: 'query($n: Int!) { units(first: $n) { code } }', variables: { n: 2 } }, strict);
  assert.equal(allowed.status, 200);
});

test('Introspection into itself is refused', async () => {
  const deep = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
  await refused({ query: deep }, 400, 'GRAPHQL_VALIDATION_FAILED');
  const usual = await gateway([units, hotline]);
  const answer = (await (await usual.post({ query: getIntrospectionQuery() })).json()) as Answer;
  assert.equal(answer.errors, undefined);
});

test('A body that is too large is refused without being read to the end', async () => {
  await refused({ query: '{ units { code } }', variables: { padding: 'x'.repeat(30_000) } }, 413, 'REQUEST_TOO_LARGE');
});

test('Wrong content types, methods and bodies are refused plainly', async () => {
  const send = (init: RequestInit) => fetch(url, init).then((response) => response.status);
  assert.equal(await send({ method: 'POST', body: '{ units { code } }', headers: { 'content-type': 'application/graphql' } }), 415);
  assert.equal(await send({ method: 'POST', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415);
  assert.equal(await send({ method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }), 405);
  assert.equal((await post('{"query"', strict)).status, 400);
  assert.equal((await post('[]', strict)).status, 400);
  assert.equal((await post('null', strict)).status, 400);
  assert.equal((await post({ query: 7 }, strict)).status, 400);
  assert.equal((await post({ query: '{ __typename }', variables: [1] }, strict)).status, 400);
  assert.equal((await post({ query: '{ __typename }' }, { accept: 'image/png' })).status, 406);
});

test('Several operations need a name, and the name must be there', async () => {
  const query = 'query A { __typename } query B { units { code } }';
  await refused({ query }, 400, 'OPERATION_RESOLUTION_FAILURE');
  await refused({ query, operationName: 'C' }, 400, 'OPERATION_RESOLUTION_FAILURE');
  const answer = (await (await post({ query, operationName: 'B' })).json()) as Answer;
  assert.deepEqual(Object.keys(answer.data as object), ['units']);
});

test('@defer is refused in words, as it is not offered', async () => {
  const { errors } = await refused({ query: '{ units { code ... @defer { name } } }' }, 400, 'GRAPHQL_VALIDATION_FAILED');
  assert.match(errors?.[0]?.message ?? '', /@defer/);
});

test('Keys that would change JavaScript objects do nothing', async () => {
  const response = await post(
    '{"query":"{ units(first: 1) { code } }","variables":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}',
    strict,
  );
  assert.equal(response.status, 200);
  assert.equal((Object.prototype as Record<string, unknown>)['polluted'], undefined);
  await refused({ query: '{ __proto__: units { code } }' }, 400, 'GRAPHQL_VALIDATION_FAILED');
});

test('The gateway still answers after all of this', async () => {
  const answer = (await (await post({ query: '{ unit(code: "79") { name openTickets } }' })).json()) as Answer;
  assert.deepEqual(answer, { data: { unit: { name: 'Thành phố Hồ Chí Minh', openTickets: 79 } } });
});
