import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { requestContext } from '../../src/engine/request-context.js';
import { RegionApi } from '../../src/region/api/region-api.js';
import { changesAfter } from '../../src/region/changes/follow.js';

function tell(response: ServerResponse, place: string): void {
  const change = { id: place, kind: 'project', key: '79@2025-07-01/A', version: 1, type: 'approved', at: '2026-11-22T00:00:00Z' };
  response.write(`event: project\ndata: ${JSON.stringify(change)}\nid: ${place}\n\n`);
}

test('A lost stream is taken up behind the last change, or the last heartbeat, that came', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (asked.length === 1) {
      tell(response, '1-1');
      response.write('event: heartbeat\ndata: null\nid: 5-5\n\n', () => response.socket?.destroy());
    } else if (asked.length === 2) {
      // In the middle of an event: it was not told, and is asked for again.
      response.write('event: project\ndata: {"id":"6-6",', () => response.socket?.destroy());
    } else tell(response, '6-6');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const api = new RegionApi({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const abort = new AbortController();

  const seen: string[] = [];
  for await (const change of changesAfter(api, '0-0', requestContext({ signal: abort.signal }))) {
    seen.push(change.id);
    if (seen.length === 2) break;
  }
  abort.abort();
  server.closeAllConnections();
  server.close();
  await api.close();

  assert.deepEqual(seen, ['1-1', '6-6']);
  assert.deepEqual(asked, ['0-0', '5-5', '5-5']);
});

test('A place that is none is refused before the API is asked', async () => {
  const api = new RegionApi({ origin: 'http://127.0.0.1:9' });
  await assert.rejects(changesAfter(api, 'yesterday', requestContext()).next(), /must be the id of a change/);
  await api.close();
});
