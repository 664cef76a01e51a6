import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { ask, city, connect, entity, sampleSystem, tayNinh } from './connected.js';

interface Reference {
  readonly __typename: string;
  readonly id: string;
}

const seen: string[][] = [];

/** A province's server that answers whatever it is asked, and fails for one of the units. */
const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const part of request) body += String(part);
  const { representations } = (JSON.parse(body) as { readonly variables: { readonly representations: readonly Reference[] } }).variables;
  seen.push(representations.map(({ id }) => id));
  const failing = representations.findIndex(({ id }) => id === '79@origin');
  const data = { _entities: representations.map((_, i) => ({ openDatasetCount: i === failing ? null : seen.length })) };
  const errors = [{ message: 'select * from secrets', path: ['_entities', failing, 'openDatasetCount'] }];
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(failing < 0 ? { data } : { data, errors }));
}

const foreign = () =>
  connect([
    sampleSystem('79-open-data', {
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      units: [city, '79@origin'],
    }),
  ]);

test('A foreign server is asked about its own units only, and every answer stands at its own object', async () => {
  seen.length = 0;
  const asked = await ask(
    foreign(),
    'Unit',
    [tayNinh, city, '75@2026-04-30', '79@origin', 'a-key-of-its-own'],
    'openDatasetCount',
    5_000,
    '79-open-data',
  );
  assert.deepEqual(seen, [[city, '79@origin', 'a-key-of-its-own']]);
  assert.deepEqual(asked.result.data?.['_entities'], [
    null,
    { openDatasetCount: 1 },
    null,
    { openDatasetCount: null },
    { openDatasetCount: 1 },
  ]);
  assert.deepEqual(
    asked.result.errors?.map((error) => error.path),
    [['_entities', 3, 'openDatasetCount']],
  );
});

test('A foreign server is left alone when nothing concerns it', async () => {
  seen.length = 0;
  const asked = await ask(foreign(), 'Unit', [tayNinh], 'openDatasetCount', 5_000, '79-open-data');
  assert.deepEqual([asked.result.errors, entity(asked), seen, asked.context.sources.list()], [undefined, null, [], []]);
});
