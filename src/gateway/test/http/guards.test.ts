import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PersistedDocuments, sha256 } from '../../src/http/persisted-documents.js';
import { gateway } from '../support/gateway.js';
import { hotline, units } from '../support/units.js';

const strict = { accept: 'application/graphql-response+json' };
const query = '{ unit(code: "75") { name } }';
const expected = { data: { unit: { name: 'Đồng Nai' } } };
const json = async (response: Response | Promise<Response>): Promise<Record<string, unknown>> =>
  (await (await response).json()) as Record<string, unknown>;
const codeOf = (answer: Record<string, unknown>): unknown =>
  (answer['errors'] as { extensions: { code: string } }[] | undefined)?.[0]?.extensions.code;

const open = await gateway([units, hotline]);

test('A GET with a cookie needs a header another site cannot send', async () => {
  const get = (headers: Record<string, string>) =>
    fetch(`${open.url.href}?query=${encodeURIComponent(query)}`, { headers: { ...strict, ...headers } });
  assert.equal((await get({ cookie: 'session=1' })).status, 403);
  assert.equal((await get({ cookie: 'session=1', 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.deepEqual(await json(get({ cookie: 'session=1', 'x-requested-with': 'page' })), expected);
  assert.deepEqual(await json(get({ cookie: 'session=1', 'sec-fetch-site': 'same-origin' })), expected);
  assert.deepEqual(await json(get({})), expected);
});

test('A GET changes nothing', async () => {
  const mutation = encodeURIComponent('mutation { rename(code: "75", name: "x") { name } }');
  assert.equal((await fetch(`${open.url.href}?query=${mutation}`, { headers: strict })).status, 405);
});

test('A client is told to wait when it asks too often, and another is not', async () => {
  const { post } = await gateway([units, hotline], { ratePerSecond: 2 });
  // At once, so that a slow machine does not earn a new allowance meanwhile; fewer than what one address may.
  const answers = await Promise.all(Array.from({ length: 28 }, () => post({ query }, { authorization: 'Bearer a' })));
  assert.ok(answers.some(({ status }) => status === 200));
  const refused = answers.filter(({ status }) => status !== 200);
  assert.ok(refused.length > 0);
  for (const { status, headers } of refused) assert.ok(status === 429 && Number(headers.get('retry-after')) >= 1);
  assert.equal((await post({ query }, { authorization: 'Bearer b' })).status, 200);
});

test('A document is registered once and then named by its digest', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
  assert.equal(codeOf(await json(open.post({ extensions }))), 'PERSISTED_QUERY_NOT_FOUND');
  assert.equal(codeOf(await json(open.post({ query: '{ __typename }', extensions }))), 'PERSISTED_QUERY_MISMATCH');
  assert.deepEqual(await json(open.post({ query, extensions })), expected);
  assert.deepEqual(await json(open.post({ extensions })), expected);
  assert.deepEqual(await json(open.post({ documentId: `sha256:${sha256(query)}` })), expected);
  const get = `${open.url.href}?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
  assert.deepEqual(await json(fetch(get)), expected);
});

test('Where only stored documents are answered, every other is refused', async () => {
  const { post } = await gateway([units, hotline], {}, new PersistedDocuments(new Map([[sha256(query), query]]), true));
  assert.deepEqual(await json(post({ documentId: sha256(query) })), expected);
  assert.deepEqual(await json(post({ query })), expected);
  assert.equal(codeOf(await json(post({ query: '{ __typename }' }))), 'PERSISTED_QUERY_REQUIRED');
  const extensions = { persistedQuery: { version: 1, sha256Hash: sha256('{ __typename }') } };
  assert.equal(codeOf(await json(post({ query: '{ __typename }', extensions }))), 'PERSISTED_QUERY_REQUIRED');
  assert.equal(codeOf(await json(post({ documentId: 'sha256:no' }))), 'PERSISTED_QUERY_INVALID');
});

test('The schema can be hidden', async () => {
  const { post, url } = await gateway([units, hotline], { introspection: false });
  assert.equal(codeOf(await json(post({ query: '{ __schema { queryType { name } } }' }))), 'INTROSPECTION_DISABLED');
  assert.deepEqual(await json(post({ query: '{ __typename }' })), { data: { __typename: 'Query' } });
  assert.equal((await fetch(new URL('/schema.graphql', url))).status, 404);
});

test('A browser gets the page with everything it needs, a client does not', async () => {
  const page = await fetch(open.url, { headers: { accept: 'text/html' } });
  const text = await page.text();
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  for (const [, path] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const asset = await fetch(new URL(path ?? '', open.url));
    assert.equal(asset.status, 200, path);
    assert.ok((await asset.text()).length > 500);
  }
  assert.equal((await fetch(new URL('/graphiql/../package.json', open.url))).status, 404);
});

test('Health, readiness and measurements can be read', async () => {
  const text = async (path: string) => (await fetch(new URL(path, open.url))).text();
  assert.equal(await text('/health'), '{"status":"ok"}');
  assert.equal(await text('/ready'), '{"status":"ready"}');
  await open.post({ query });
  const metrics = await text('/metrics');
  for (const name of ['requests_total', 'request_seconds_bucket', 'subgraph_seconds_bucket', 'plan_cache_size', 'plan_cache_hits']) {
    assert.match(metrics, new RegExp(`^regionlink_gateway_${name}`, 'm'));
  }
  assert.match(metrics, /subgraph_seconds_count\{subgraph="units",outcome="ok"\} [1-9]/);
});

test('A request is logged with its trace and without what it carried', async () => {
  open.log.length = 0;
  const trace = '0af7651916cd43dd8448eb211c80319c';
  await open.post(
    { query: 'query Ten($c: ID!) { unit(code: $c) { name } }', variables: { c: 'bí-mật' } },
    { traceparent: `00-${trace}-b7ad6b7169203331-01`, authorization: 'Bearer secret' },
  );
  const [line] = open.log;
  assert.match(line ?? '', new RegExp(`"traceparent":"00-${trace}-[0-9a-f]{16}-01","operation":"query","name":"Ten","status":200`));
  assert.doesNotMatch(line ?? '', /secret|bí-mật/);
});
