import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kind, parse, type ASTNode } from 'graphql';
import { compose } from '../../src/compose/compose.js';
import { regionSdl, regionSubgraphName } from '../../src/region/region-subgraph.js';

const extending = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { hotline: String }
  ${['Unit', 'Province', 'Project', 'BudgetLine', 'Metric', 'Observation', 'Target', 'Period', 'Report']
    .map((type) => `type ${type} @key(fields: "id") { id: ID! fromOutside: String }`)
    .join('\n')}`;

test('A province’s system can hang fields on everything that has a key', () => {
  const composition = compose([
    { name: regionSubgraphName, sdl: regionSdl() },
    { name: 'outside', sdl: extending },
  ]);

  assert.deepEqual(composition.ok ? [] : composition.problems, []);
});

/** What of a node may carry a description, and what is below it. */
interface Describable {
  readonly kind: string;
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly fields?: readonly ASTNode[];
  readonly arguments?: readonly ASTNode[];
  readonly values?: readonly ASTNode[];
}

function undescribed(node: Describable, above: string): readonly string[] {
  const path = `${above}${node.name?.value ?? ''}`;
  // An extension is described where the type is defined; root types mean the same in every graph.
  const bare = node.description === undefined && !node.kind.endsWith('Extension') && !['Query', 'Mutation', 'Subscription'].includes(path);
  const below = [...(node.fields ?? []), ...(node.arguments ?? []), ...(node.values ?? [])] as readonly Describable[];
  return [...(bare ? [path] : []), ...below.flatMap((part) => undescribed(part, `${path}.`))];
}

test('Every type, field, argument and enum value is described', () => {
  const definitions = parse(regionSdl()).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION) as readonly Describable[];

  assert.deepEqual(
    definitions.flatMap((definition) => undescribed(definition, '')),
    [],
  );
});
