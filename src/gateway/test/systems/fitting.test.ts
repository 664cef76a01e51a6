import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withFederationLink } from '../../src/local/local-schema.js';
import { regionSdl } from '../../src/region/region-subgraph.js';
import { loadSystems } from '../../src/systems/config/load-systems.js';
import type { SystemFile } from '../../src/systems/config/system-file.js';
import { fitting } from '../../src/systems/fitting.js';
import { sampleFolder } from './connected.js';

const region = { name: 'region', sdl: withFederationLink(regionSdl()) };
const { systems } = loadSystems([sampleFolder]);

test('The sample systems fit into the region`s graph', () => {
  assert.deepEqual(fitting(systems, region).faulty, []);
});

test('A system that takes a field of the region, or names a type nobody has, is left out alone', () => {
  const hotline = systems.find((s) => s.id === '79-hotline');
  const [read] = hotline?.reads ?? [];
  const [field] = read?.fields ?? [];
  if (hotline === undefined || read === undefined || field === undefined) throw new Error('The sample changed.');
  const takesName: SystemFile = { ...hotline, id: 'a', reads: [{ ...read, byPeriod: false, fields: [{ ...field, name: 'id' }] }] };
  const nobodys: SystemFile = { ...hotline, id: 'b', reads: [{ ...read, entity: 'Hospital' }] };
  const brokenSdl: SystemFile = { ...hotline, id: 'c', protocol: 'graphql', reads: [], sdl: 'type Unit @key(fields: "id") { id: String }' };

  const { systems: accepted, faulty } = fitting([...systems, takesName, nobodys, brokenSdl], region);

  assert.deepEqual(accepted, systems);
  assert.deepEqual(
    faulty.map((f) => [f.system.id, f.mistakes[0]?.code]),
    [
      ['a', 'system.does-not-compose'],
      ['b', 'system.entity-unknown'],
      ['c', 'system.does-not-compose'],
    ],
  );
});
