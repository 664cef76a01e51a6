import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkSystem } from '../../src/systems/cli/check-command.js';
import { city, dongNai, sampleFolderWith, sampleSecrets } from './connected.js';
import { SampleServer } from './sample-servers.js';
import { TestPostgres } from './test-postgres.js';

let hotline: SampleServer;
let openData: SampleServer;
let postgres: TestPostgres;

before(async () => {
  [hotline, openData, postgres] = await Promise.all([
    SampleServer.start('hotline', { KEY: 'khoa-duong-day-nong' }),
    SampleServer.start('open-data'),
    TestPostgres.start(),
  ]);
});

after(async () => {
  await Promise.all([hotline.kill(), openData.kill()]);
  await postgres.stop();
});

const allSecrets = { ...sampleSecrets, SAMPLE_HOTLINE_DELIVERY_KEY: 'rlk_x' };

async function checked(
  id: string,
  change: Readonly<Record<string, unknown>>,
  secrets: Readonly<Record<string, string>> = allSecrets,
  served?: string,
): Promise<{ readonly well: boolean; readonly text: string }> {
  const unit = id.startsWith('75') ? dongNai : city;
  const lines: string[] = [];
  const folder = sampleFolderWith(id, change);
  const well = await checkSystem(join(folder, unit, 'systems', `${id}.json`), {
    folders: [],
    secrets: (name) => secrets[name],
    served,
    say: (line) => lines.push(line),
  });
  return { well, text: lines.join('\n') };
}

test('A good system shows every mapped field with a live value, and no problem', async () => {
  const { well, text } = await checked('79-hotline', { address: `http://127.0.0.1:${hotline.port}/api/` });
  assert.ok(well, text);
  assert.match(text, /Unit\.hotlineReports +Int +calls +\d{4}/);
  assert.match(text, /Unit\.hotlineTopSubject +String +Hạ tầng giao thông/);
});

test('A foreign Federation server shows the fields of the unit', async () => {
  const { well, text } = await checked('79-open-data', { address: `http://127.0.0.1:${openData.port}/graphql` });
  assert.ok(well, text);
  assert.match(text, /Unit\.openDatasetCount +Int +3/);
});

test('A role that may write is named, with the table', async () => {
  const address = `postgresql://127.0.0.1:${postgres.port}/sample_inspections`;
  const good = await checked('75-inspections', { address });
  assert.ok(good.well, good.text);
  const strong = await checked('75-inspections', { address }, { ...allSecrets, SAMPLE_INSPECTIONS_LOGIN: 'postgres:any' });
  assert.match(strong.text, /system\.role-can-write/);
  assert.match(strong.text, /thanh_tra\.dot_kiem_tra/);
});

test('Everything wrong is said at once: secrets, address, what would be taken from clients', async () => {
  const silent = await checked('79-hotline', { address: 'http://127.0.0.1:1/api/' });
  assert.ok(!silent.well);
  assert.match(silent.text, /không nối được[^]*system\.unreachable[^]*system\.unreachable/);
  assert.doesNotMatch(silent.text, /khoa-duong/);

  const { text } = await checked('79-hotline', { address: 'http://127.0.0.1:1/api/' }, {}, 'type Query { units: [String] gone: Int }');
  assert.match(text, /SAMPLE_HOTLINE_KEY/);
  assert.match(text, /SAMPLE_HOTLINE_DELIVERY_KEY/);
  assert.match(text, /system\.breaking-change/);
});
