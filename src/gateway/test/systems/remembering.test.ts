import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { LastGood } from '../../src/systems/last-good.js';
import { ask, city, connect, entity, sampleSystem } from './connected.js';
import { SampleServer } from './sample-servers.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'rl-last-good-'));

test('Last good values survive a restart, with their age', async () => {
  const lastGoodFolder = folder();
  const [hotline, openData] = await Promise.all([
    SampleServer.start('hotline', { KEY: 'khoa-duong-day-nong' }),
    SampleServer.start('open-data'),
  ]);
  const files = [
    sampleSystem('79-hotline', { address: `http://127.0.0.1:${hotline.port}/api/`, freshSeconds: 0 }),
    sampleSystem('79-open-data', { address: `http://127.0.0.1:${openData.port}/graphql` }),
  ];
  const first = connect(files, { lastGoodFolder });
  const seen = await ask(first, 'Unit', [city], 'hotlineReportsOpen');
  const seenSets = await ask(first, 'Unit', [city], 'openDatasetCount', 2_000, '79-open-data');
  assert.equal(typeof entity(seen)?.['hotlineReportsOpen'], 'number');
  for (const subgraph of first.subgraphs) await subgraph.close?.();
  await Promise.all([hotline.kill(), openData.kill()]);
  await pause(1_100);

  const second = connect(files, { lastGoodFolder });
  const kept = await ask(second, 'Unit', [city], 'hotlineReportsOpen');
  const keptSets = await ask(second, 'Unit', [city], 'openDatasetCount', 2_000, '79-open-data');
  assert.deepEqual([entity(kept), entity(keptSets)], [entity(seen), entity(seenSets)]);
  for (const asked of [kept, keptSets]) {
    const [report] = asked.context.sources.list();
    assert.equal(report?.state, 'last-good');
    assert.ok(Number(report.ageSeconds) >= 1);
  }
});

test('A file cut off by a crash loses its last line only, and is appended to', () => {
  const file = join(folder(), 'a.jsonl');
  const before = new LastGood<number>(file, 1);
  before.put('one', 1, Date.now());
  before.put('two', 2, Date.now());
  before.flush();
  appendFileSync(file, '{"key":"three","at":17');
  const after = new LastGood<number>(file, 1);
  assert.deepEqual([after.get('one')?.value, after.get('two')?.value, after.get('three')], [1, 2, undefined]);
  after.put('four', 4, Date.now());
  after.flush();
  assert.equal(new LastGood<number>(file, 1).get('four')?.value, 4);
});

test('What is older than allowed is not answered', () => {
  const store = new LastGood<number>(undefined, 1);
  store.put('old', 1, Date.now() - 3_600_001);
  store.put('young', 2, Date.now() - 3_500_000);
  assert.deepEqual([store.get('old'), store.get('young')?.value], [undefined, 2]);
});

test('The file does not grow with every answer', () => {
  const file = join(folder(), 'a.jsonl');
  const store = new LastGood<string>(file, 1);
  for (let i = 0; i < 5_000; i++) {
    store.put('same', `value ${i}`, Date.now());
    store.flush();
  }
  assert.ok(statSync(file).size < 100_000);
  assert.equal(new LastGood<string>(file, 1).get('same')?.value, 'value 4999');
  assert.doesNotMatch(readFileSync(file, 'utf8'), /value 17"/);
});
