import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, city, connect, dongNai, entity, sampleSystem, tayNinh } from './connected.js';
import { SampleServer } from './sample-servers.js';
import { TestPostgres } from './test-postgres.js';

const period = '(from: "2026-10-15", to: "2026-11-14")';
let hotline: SampleServer;
let documents: SampleServer;
let training: SampleServer;
let openData: SampleServer;
let postgres: TestPostgres;

before(async () => {
  [hotline, documents, training, openData, postgres] = await Promise.all([
    SampleServer.start('hotline', { KEY: 'khoa-duong-day-nong' }),
    SampleServer.start('documents', { KEY: 'vanban:matkhau-soap' }),
    SampleServer.start('training'),
    SampleServer.start('open-data'),
    TestPostgres.start(),
  ]);
});

after(async () => {
  await Promise.all([hotline, documents, training, openData].map((server) => server.kill()));
  await postgres.stop();
});

test('A REST system fills fields of its own unit, by period, and is asked about nobody else', async () => {
  const systems = connect([sampleSystem('79-hotline', { address: `http://127.0.0.1:${hotline.port}/api/` })]);
  const asked = await ask(systems, 'Unit', [city, tayNinh], `hotlineReports${period} hotlineReportsOnTime${period} hotlineTopSubject`);
  assert.equal(asked.result.errors, undefined);
  const { hotlineReports, hotlineReportsOnTime, hotlineTopSubject } = entity(asked) ?? {};
  assert.ok(Number(hotlineReports) > Number(hotlineReportsOnTime) && Number(hotlineReportsOnTime) > 5_000);
  assert.equal(hotlineTopSubject, 'Hạ tầng giao thông');
  assert.deepEqual(entity(asked, 1), { hotlineReports: null, hotlineReportsOnTime: null, hotlineTopSubject: null });
  assert.deepEqual(
    asked.context.sources.list().map((s) => [s.system, s.state, s.ageSeconds]),
    [['79-hotline', 'live', 0]],
  );
});

test('A SOAP system answers with namespaces, entities and numbers', async () => {
  const systems = connect([sampleSystem('80-documents', { address: `http://127.0.0.1:${documents.port}/ws/` })]);
  const asked = await ask(
    systems,
    'Unit',
    [tayNinh],
    `documentsReceived${period} documentsSent${period} documentsSignedDigitally${period}`,
  );
  assert.equal(asked.result.errors, undefined);
  const values = entity(asked) ?? {};
  assert.ok(
    Object.values(values).every((value) => Number.isInteger(value) && Number(value) > 900),
    JSON.stringify(values),
  );
});

test('An OData register gives all pages of a list', async () => {
  const systems = connect([sampleSystem('80-training', { address: `http://127.0.0.1:${training.port}/odata/` })]);
  const asked = await ask(systems, 'Unit', [tayNinh], 'trainingCourses { title starts learners online }');
  const courses = entity(asked)?.['trainingCourses'] as readonly Readonly<Record<string, unknown>>[];
  assert.equal(courses.length, 5);
  assert.deepEqual(
    { ...courses[1], learners: 0 },
    { title: 'An toàn thông tin cho cán bộ xã (minh hoạ)', starts: '2026-05-11', learners: 0, online: true },
  );
});

test('A PostgreSQL database answers for many projects with one statement, money as text', async () => {
  const systems = connect([sampleSystem('75-inspections', { address: `postgresql://127.0.0.1:${postgres.port}/sample_inspections` })]);
  const ids = ['001', '002', '999'].map((n) => `${dongNai}/MAU-${n}`);
  const asked = await ask(systems, 'Project', ids, 'inspections { day body recommendations amountQuestioned }');
  assert.equal(asked.result.errors, undefined);
  const first = entity(asked)?.['inspections'] as readonly Readonly<Record<string, unknown>>[];
  assert.deepEqual(first[0], { day: '2026-09-17', body: 'Thanh tra tỉnh (minh hoạ)', recommendations: 1, amountQuestioned: '150000000' });
  assert.equal(first.length, 3);
  assert.deepEqual(entity(asked, 2), { inspections: [] });
});

test('A foreign Federation server answers for entities and at the root', async () => {
  const systems = connect([sampleSystem('79-open-data', { address: `http://127.0.0.1:${openData.port}/graphql` })]);
  const asked = await ask(systems, 'Unit', [city], 'openDatasetCount openDatasets(first: 1) { title }', 2_000, '79-open-data');
  assert.deepEqual(entity(asked), { openDatasetCount: 3, openDatasets: [{ title: 'Danh mục dịch vụ công trực tuyến (minh hoạ)' }] });
});

test('All systems together are one valid subgraph beside the foreign one', () => {
  const systems = connect(['79-hotline', '80-documents', '80-training', '75-inspections'].map((id) => sampleSystem(id, {})));
  assert.match(systems.subgraphs[0]?.sdl ?? '', /hotlineReports\(/);
});
