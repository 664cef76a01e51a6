import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { createClient } from 'graphql-sse';
import type { RequestContext } from '../../src/engine/request-context.js';
import type { LocalSubgraphOptions } from '../../src/local/local-subgraph.js';
import { gateway } from '../support/gateway.js';
import { hotline, units } from '../support/units.js';

/** Counts up from where the client stopped and says where it is. */
const ticks: LocalSubgraphOptions = {
  name: 'ticks',
  sdl: 'type Query { now: Int } type Subscription { tick(to: Int!): Unit } type Unit @key(fields: "id", resolvable: false) { id: ID! }',
  resolvers: {
    Subscription: {
      tick: async function* (_: unknown, { to }: { to: number }, context: RequestContext) {
        for (let i = Number(context.place.last ?? 74) + 1; i <= to; i++) {
          context.place.last = String(i);
          yield { id: String(i) };
        }
        while (!context.signal.aborted && to === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      } as never,
    },
  },
};
const { url, running, server } = await gateway([units, hotline, ticks]);
const subscription = 'subscription($to: Int!) { tick(to: $to) { id openTickets name } }';
const listen = (headers: Record<string, string>, to: number) =>
  fetch(url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: subscription, variables: { to } }),
  });

test('Each event is completed from the other subgraphs and carries where to resume', async () => {
  const text = await (await listen({}, 76)).text();
  assert.equal(
    text,
    ':\n\n' +
      'event: next\nid: 75\ndata: {"data":{"tick":{"id":"75","openTickets":75,"name":"Đồng Nai"}}}\n\n' +
      'event: next\nid: 76\ndata: {"data":{"tick":{"id":"76","openTickets":76,"name":null}}}\n\n' +
      'event: complete\ndata:\n\n',
  );
});

test('A client that comes back goes on after the last event it saw', async () => {
  const text = await (await listen({ 'last-event-id': '79' }, 80)).text();
  assert.deepEqual(
    [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id),
    ['80'],
  );
});

test('The usual client of GraphQL over SSE subscribes and also queries', async () => {
  const client = createClient({ url: url.href });
  const seen: unknown[] = [];
  for await (const event of client.iterate({ query: subscription, variables: { to: 77 } })) seen.push(event.data?.['tick']);
  assert.equal(seen.length, 3);
  for await (const event of client.iterate({ query: '{ unit(code: "80") { openTickets } }' })) {
    assert.deepEqual(event.data, { unit: { openTickets: 80 } });
  }
  client.dispose();
});

test('A subscription that cannot be made says why', async () => {
  const text = await (await listen({}, 'x' as never)).text();
  assert.match(text, /BAD_USER_INPUT/);
  assert.match(text, /event: complete/);
});

test('A subscription without a stream is a clear error', async () => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: subscription, variables: { to: 75 } }),
  });
  assert.match(await response.text(), /Subscriptions are not supported|text\/event-stream/);
});

test('Stopping ends subscriptions in order and takes no new request', async () => {
  const stream = await listen({}, 0);
  const reader = stream.body?.getReader();
  await reader?.read();
  // Browsers open connections in advance; nobody waits for them.
  const unused = connect(Number(url.port), url.hostname);
  await once(unused, 'connect');
  const started = performance.now();
  const stopped = server.stop(60_000);
  let rest = '';
  for (;;) {
    const part = await reader?.read();
    if (part?.done !== false) break;
    rest += new TextDecoder().decode(part.value as Uint8Array);
  }
  assert.match(rest, /event: complete/);
  await stopped;
  assert.ok(performance.now() - started < 30_000);
  unused.destroy();
  assert.equal(running.engine.subgraphs.length, 3);
  await assert.rejects(listen({}, 75));
});
