import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestContext } from '../../src/engine/request-context.js';
import { localSubgraph } from '../../src/local/local-subgraph.js';

const counter = localSubgraph({
  name: 'counter',
  sdl: `
    type Query { now: Int }
    type Subscription { count(from: Int!, step: Int = 1): Int! }`,
  resolvers: {
    Subscription: {
      count: async function* (_: unknown, args: { readonly from: number; readonly step: number }) {
        for (let i = 0; i < 3; i++) yield args.from + i * args.step;
      } as never,
    },
  },
});

async function counted(document: string, variables: Record<string, unknown> = {}): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const result of counter.subscribe?.(document, variables, requestContext()) ?? []) seen.push(result.data?.['count']);
  return seen;
}

test('A subscription takes its arguments from the text, from variables of any name, and by default', async () => {
  assert.deepEqual(await counted('subscription { count(from: 5) }'), [5, 6, 7]);
  assert.deepEqual(await counted('subscription ($start: Int!) { count(from: $start, step: 10) }', { start: 1 }), [1, 11, 21]);
});
