import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gatewayProcess, type GatewayProcess } from '../support/gateway-process.js';
import { needsServer, origin } from '../support/region.js';
import { city, sampleFolderWith } from '../systems/connected.js';

describe('The metrics', needsServer, () => {
  let gateway: GatewayProcess | undefined;

  before(async () => {
    // Nobody listens at port 1.
    const folder = sampleFolderWith('79-hotline', { address: 'http://127.0.0.1:1/' });
    gateway = await gatewayProcess({ REGIONLINK_API: origin ?? '', GATEWAY_SYSTEMS: folder, SAMPLE_HOTLINE_KEY: 'khoa' });
  });
  after(() => gateway?.stop());

  test('tell how each connected system answers', async () => {
    assert(gateway !== undefined);
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ unit(id: "${city}") { name hotlineReportsOpen } }` }),
    });
    const answer = (await response.json()) as { readonly data: { readonly unit: { readonly hotlineReportsOpen: null } } };
    assert.equal(answer.data.unit.hotlineReportsOpen, null);

    const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
    assert.match(metrics, /^regionlink_gateway_system_call_seconds_count\{system="79-hotline",outcome="unreachable"\} 1$/m);
    assert.match(metrics, /^regionlink_gateway_system_answers_total\{system="79-hotline",state="unavailable"\} 1$/m);
  });
});
