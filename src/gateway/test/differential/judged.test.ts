import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graph, plain } from '../support/graph.js';
import { generator } from './generate.js';
import { judge } from './judge.js';
import { explainedNulls } from './explained-nulls.js';
import { definitions, whole } from './subgraphs.js';

const wanted = 400;
const seed = 20261122;

test(`${wanted} generated operations are answered as graphql-js answers them over one schema`, async () => {
  const federated = graph(definitions, { limits: { tokens: 1e5, depth: 100, aliases: 1e4, fields: 1e5, listCost: 1e9 } });
  const { engine } = federated;
  const ask = judge(engine.clientSdl, definitions, whole);
  const next = generator(engine.schema, seed);
  const problems: string[] = [];
  let compared = 0;
  for (let tried = 0; compared < wanted; tried++) {
    assert.ok(tried < wanted * 20, 'the generator must make operations that are valid');
    const { query, variables } = next();
    const compiled = engine.get(query);
    if (!compiled.ok) {
      if (compiled.errors.some((e) => e.extensions['code'] !== 'GRAPHQL_VALIDATION_FAILED'))
        problems.push(`${compiled.errors[0]?.message}\n${query}`);
      continue;
    }
    compared++;
    const right = plain(await ask(query, variables));
    // The subgraphs interpret what they see first, and compile it when it comes again.
    for (const ours of [await federated.ask(query, variables), await federated.ask(query, variables)]) {
      try {
        assert.deepEqual(ours.data, right.data);
        assert.deepEqual(explainedNulls(ours), explainedNulls(right));
      } catch (difference) {
        problems.push(`${difference instanceof Error ? difference.message : ''}\n${query}\n${JSON.stringify(variables)}`);
      }
    }
  }
  assert.equal(problems.length, 0, `${problems.length} of ${compared} differ:\n${problems.slice(0, 5).join('\n\n')}`);
});
