import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Breaker } from '../../src/systems/upstream/breaker.js';
import { ask, city, connect, entity, sampleSystem } from './connected.js';
import { SampleServer } from './sample-servers.js';
import { Trouble } from './trouble.js';

const rules = { windowMs: 10_000, leastCalls: 4, failureShare: 0.5, restMs: 3_000, longestRestMs: 20_000 };

test('A failing system is left alone, tried once after its rest, and asked again when it is well', async (t) => {
  const hotline = await SampleServer.start('hotline', { KEY: 'khoa-duong-day-nong' });
  const trouble = await Trouble.before(hotline.port);
  t.after(async () => {
    trouble.close();
    await hotline.kill();
  });
  const file = sampleSystem('79-hotline', { address: `http://127.0.0.1:${trouble.port}/api/`, freshSeconds: 0 });
  const systems = connect([file], { breakerRules: rules });
  const read = (): ReturnType<typeof ask> => ask(systems, 'Unit', [city], 'hotlineReportsOpen');
  const state = (): unknown => systems.breakerStates().get('79-hotline');

  const good = entity(await read());
  trouble.become('gone');
  for (let i = 0; i < 4; i++) await read();
  assert.equal(state(), 'open');

  const before = trouble.connections;
  for (let i = 0; i < 20; i++) assert.deepEqual(entity(await read()), good);
  assert.equal(trouble.connections, before, 'nobody knocks while it rests');

  trouble.become('well');
  while (state() === 'open') await pause(20);
  assert.equal(state(), 'half-open');
  const again = await read();
  assert.deepEqual([again.context.sources.list()[0]?.state, state()], ['live', 'closed']);
});

test('The breaker opens by the share of failures, rests longer after each failed trial, and admits one trial at a time', () => {
  let now = 0;
  const breaker = new Breaker(rules, () => now);
  const call = (failed: boolean): boolean => {
    if (!breaker.admit()) return false;
    if (failed) breaker.failed();
    else breaker.succeeded();
    return true;
  };
  for (const failed of [false, false, false, true, true]) call(failed);
  assert.equal(breaker.state, 'closed', 'two of five');
  call(true);
  assert.equal(breaker.state, 'open', 'three of six');
  now += rules.restMs;
  assert.deepEqual([breaker.admit(), breaker.admit()], [true, false]);
  breaker.failed();
  now += 2 * rules.restMs - 1;
  assert.equal(breaker.state, 'open');
  now += 1;
  assert.ok(call(false));
  assert.equal(breaker.state, 'closed');
});
