// A province's own Federation v2 GraphQL server: a catalogue of open data sets. ILLUSTRATIVE: every data set is made up.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './serving.mjs';

// The gateway's own copy of graphql, in a checkout or as published: samples install nothing.
const gateway = ['../../../src/gateway/package.json', '../../../gateway/package.json'].map((path) => new URL(path, import.meta.url)).find(existsSync);
if (gateway === undefined) throw new Error('There is no gateway beside the sample systems.');
const { buildSchema, graphql } = createRequire(gateway)('graphql');
const sdl = readFileSync(new URL('../79@2025-07-01/systems/79-open-data.graphql', import.meta.url), 'utf8');
const schema = buildSchema(`
  directive @key(fields: String!) repeatable on OBJECT
  scalar _Any
  union _Entity = Unit
  type _Service { sdl: String! }
  ${sdl.replace(/^extend schema.*$/m, '')}
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! _service: _Service! }
`, { assumeValidSDL: true });
schema.getType('_Entity').resolveType = () => 'Unit';

const sets = ['Danh mục dịch vụ công trực tuyến', 'Vị trí camera giao thông', 'Chỉ số chất lượng không khí'].map((title, i) => ({
  title: `${title} (minh hoạ)`,
  updated: `2026-1${i % 2}-0${i + 1}`,
  downloads: 120 * (i + 1),
}));
const unit = (id) => ({ id, openDatasetCount: sets.length, openDatasets: ({ first }) => sets.slice(0, first) });
const root = {
  openDataPortal: () => 'Cổng dữ liệu mở (minh hoạ)',
  _service: () => ({ sdl }),
  _entities: ({ representations }) => representations.map((r) => (r.__typename === 'Unit' && r.id.startsWith('79@') ? unit(r.id) : null)),
};

serve(async (request, body) => {
  if (request.method !== 'POST') return { status: 405, body: '{}' };
  const { query, variables } = JSON.parse(body);
  return { body: JSON.stringify(await graphql({ schema, source: query, rootValue: root, variableValues: variables })) };
});
