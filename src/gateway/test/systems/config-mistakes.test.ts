import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSystems } from '../../src/systems/config/load-systems.js';
import { readSystem } from '../../src/systems/config/read-system.js';
import { sampleFolder } from './connected.js';

function written(unit: string, name: string, content: unknown): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'rl-config-')), unit, 'systems');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('Every mistake of a file is listed at once, with its place, in both languages', () => {
  const path = written('79@2025-07-01', 'wrong-name.json', {
    id: '79-x',
    name: { vi: 'Hệ thống' },
    owner: { vi: 'Sở', en: 'Department', note: 'x' },
    protocol: 'rest',
    adress: 'http://example.org/',
    address: 'http://user:secret@example.org/api?x=1',
    credential: { name: 'not a name', as: 'bearer' },
    units: ['80@2025-07-01'],
    timeoutMs: 1,
    reads: [
      {
        entity: 'unit',
        key: { is: 'code' },
        request: { path: '/absolute?x={keys}&y={thang}' },
        fields: [
          { name: 'Tong', type: 'Integer', from: '', vi: 'Tổng', en: 'Total' },
          { name: 'a', type: 'Int', from: 'a', vi: 'A', en: 'A' },
        ],
      },
    ],
    figures: [{ metric: 'citizen_reports_received', field: 'nothing' }],
  });
  const { system, mistakes } = readSystem(path);
  assert.equal(system, undefined);
  assert.deepEqual(mistakes.map((m) => `${m.where} ${m.code}`).sort(), [
    'address system.address-unreadable',
    'address system.secret-in-file',
    'adress system.field-unknown',
    'credential.name system.field-unreadable',
    'deliverWith system.field-missing',
    'figures[0].field system.figure-field-unknown',
    'id system.name-differs',
    'name.en system.field-missing',
    'owner.note system.field-unknown',
    'readableBy system.field-missing',
    'reads[0].entity system.field-unreadable',
    'reads[0].fields[0].from system.field-unreadable',
    'reads[0].fields[0].name system.field-unreadable',
    'reads[0].fields[0].type system.field-unreadable',
    'reads[0].fields[1].name system.field-unreadable',
    'reads[0].key.field system.field-missing',
    'reads[0].request.path system.field-unreadable',
    'reads[0].request.path system.placeholder-unknown',
    'timeoutMs system.field-unreadable',
    'units[0] system.unit-foreign',
  ]);
  assert.ok(mistakes.every((m) => m.vi !== '' && m.en !== ''));
});

test('What is not JSON, not UTF-8 or in the wrong folder says so', () => {
  assert.equal(readSystem(written('79@2025-07-01', 'a.json', '{')).mistakes[0]?.code, 'system.not-json');
  assert.equal(readSystem('/nowhere/79@2025-07-01/systems/a.json').mistakes[0]?.code, 'system.file-missing');
  const { mistakes } = readSystem(written('TP.HCM', 'a.json', { id: 'a' }));
  assert.ok(mistakes.some((m) => m.code === 'system.folder-wrong'));
});

test('The samples are without mistakes, and made-up data is marked', () => {
  const { systems, faulty } = loadSystems([sampleFolder]);
  assert.deepEqual(faulty, []);
  assert.deepEqual(
    systems.map((s) => `${s.id} ${s.protocol}`),
    ['75-inspections postgresql', '79-hotline rest', '79-open-data graphql', '80-documents soap', '80-training odata'],
  );
  assert.ok(systems.every((s) => s.illustrative));
});

test('Files that do not go together: the later one is left out, with the reason', () => {
  const { systems, faulty } = loadSystems([sampleFolder, sampleFolder]);
  assert.equal(systems.length, 5);
  const codes = new Set(faulty.flatMap((f) => f.mistakes.map((m) => m.code)));
  assert.deepEqual([...codes].sort(), ['system.field-twice', 'system.id-twice']);
});
