import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { readSettings } from '../../src/config/settings.js';
import { TrustedProxies } from '../../src/http/client-address.js';
import { gateway } from '../support/gateway.js';
import { hotline, units } from '../support/units.js';

const query = '{ unit(code: "75") { name } }';
const page = 'https://so-lieu.example.vn';

/** `fetch` keeps headers to itself that a browser sends by itself. */
async function send(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

const asksBeforehand = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
const allowed = (headers: Record<string, unknown>) => Object.keys(headers).filter((name) => name.startsWith('access-control-'));

test('Unless an operator lists it, a page of another origin may read nothing', async () => {
  const { url } = await gateway([units, hotline]);
  const beforehand = await send(url, 'OPTIONS', { origin: page, ...asksBeforehand });
  assert.deepEqual([beforehand.status, allowed(beforehand.headers)], [204, []]);
  const answer = await send(url, 'POST', { origin: page, 'content-type': 'application/json' }, JSON.stringify({ query }));
  assert.deepEqual([answer.status, allowed(answer.headers)], [200, []]);
});

test('A listed origin may ask and read, without cookies; one that only looks like it may not', async () => {
  const { url } = await gateway([units, hotline], { corsOrigins: new Set([page]) });
  const beforehand = await send(url, 'OPTIONS', { origin: page, ...asksBeforehand });
  assert.equal(beforehand.status, 204);
  assert.equal(beforehand.headers['access-control-allow-origin'], page);
  assert.equal(beforehand.headers['access-control-allow-methods'], 'GET, POST');
  assert.match(String(beforehand.headers['access-control-allow-headers']), /authorization.*content-type/);
  for (const [body, status] of [
    [JSON.stringify({ query }), 200],
    ['{', 400],
  ] as const) {
    const answer = await send(url, 'POST', { origin: page, 'content-type': 'application/json' }, body);
    assert.equal(answer.status, status);
    assert.deepEqual([answer.headers['access-control-allow-origin'], answer.headers['vary']], [page, 'Origin']);
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
  }
  const events = await send(
    url,
    'POST',
    { origin: page, 'content-type': 'application/json', accept: 'text/event-stream' },
    JSON.stringify({ query }),
  );
  assert.equal(events.headers['access-control-allow-origin'], page);
  for (const origin of [`${page}.evil.example`, `${page}:8443`, 'http://so-lieu.example.vn', 'null']) {
    const beforehand = await send(url, 'OPTIONS', { origin, ...asksBeforehand });
    assert.deepEqual(allowed(beforehand.headers), [], origin);
  }
});

/** Statuses of so many requests at once that a slow machine does not earn a new allowance meanwhile; each names another address. */
async function flood(url: URL, forwarded: (i: number) => string): Promise<readonly number[]> {
  const asked = Array.from({ length: 80 }, (_, i) =>
    send(url, 'POST', { 'content-type': 'application/json', 'x-forwarded-for': forwarded(i) }, JSON.stringify({ query })),
  );
  return (await Promise.all(asked)).map(({ status }) => status);
}

test('What a stranger says about its address buys no new allowance', async () => {
  const { url } = await gateway([units, hotline], { ratePerSecond: 1 });
  assert.ok((await flood(url, (i) => `198.51.100.${i}`)).includes(429));
});

test('Behind a trusted proxy every client has its own allowance, and cannot make up another', async () => {
  const { url } = await gateway([units, hotline], { ratePerSecond: 1, trustedProxies: new TrustedProxies(['127.0.0.1', '10.0.0.0/8']) });
  assert.ok((await flood(url, (i) => `198.51.100.${i}, 10.1.2.3`)).every((status) => status === 200));
  assert.ok((await flood(url, (i) => `198.51.100.${i}, 203.0.113.9, 10.1.2.3`)).includes(429));
  assert.ok((await flood(url, (i) => `[2001:db8::${i}]:4711`)).every((status) => status === 200));
});

test('Settings name every proxy and origin that is none', () => {
  const read = readSettings({
    GATEWAY_TRUSTED_PROXIES: '10.0.0.0/8, ::1 10.0.0.0/33,proxy.local, 1.2.3.4/8/9 fd00::/129',
    GATEWAY_CORS_ORIGINS: `${page}, *, https://example.org/path, ftp://example.org, https://EXAMPLE.org`,
  });
  assert.deepEqual(read.ok ? [] : read.problems.map((problem) => /"(.+)"/.exec(problem)?.[1]), [
    '10.0.0.0/33',
    'proxy.local',
    '1.2.3.4/8/9',
    'fd00::/129',
    '*',
    'https://example.org/path',
    'ftp://example.org',
    'https://EXAMPLE.org',
  ]);
});
