import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { getOperationAST, Kind, OperationTypeNode, parse, validate } from 'graphql';
import { cookieOf, needsServer, regionGraph } from '../support/region.js';

// Compiled tests stand four folders below the gateway's, which stands two below the root.
const guide = readFileSync(new URL('../../../../../docs/graphql.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```graphql\n([\s\S]*?)```(?:\s*```json\n([\s\S]*?)```)?/g)].map(
  ([, query = '', variables = '{}']) => ({
    query,
    variables: JSON.parse(variables) as Record<string, unknown>,
  }),
);

describe('The examples of docs/graphql.md', needsServer, () => {
  test('are there, and are valid', () => {
    const { schema } = regionGraph().engine;

    assert.equal(examples.length, 7);
    assert.deepEqual(
      examples.flatMap(({ query }) => validate(schema, parse(query))),
      [],
    );
  });

  for (const { query, variables } of examples) {
    const operation = getOperationAST(parse(query));
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) continue;
    test(`answers ${operation?.name?.value ?? ''} with data`, async () => {
      const answer = await regionGraph().ask(query, variables, { cookie: await cookieOf('79-reporter') });

      assert.deepEqual(answer.errors ?? [], []);
      const root = operation?.selectionSet.selections[0];
      assert.ok(root?.kind === Kind.FIELD && JSON.stringify(answer.data?.[root.name.value]).length > 80, JSON.stringify(answer.data));
    });
  }
});
