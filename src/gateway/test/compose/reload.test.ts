import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serveGraph } from '../../src/compose/served-graph.js';
import { requestContext } from '../../src/engine/request-context.js';
import type { Subgraph } from '../../src/engine/subgraph.js';
import type { GraphParts } from '../../src/graph-parts.js';
import { jsonLog } from '../../src/http/log.js';
import { localSubgraph, type LocalSubgraphOptions } from '../../src/local/local-subgraph.js';

const base = (fields: string, resolvers: LocalSubgraphOptions['resolvers'] = {}, close?: () => Promise<void>): Subgraph =>
  localSubgraph({ name: 'base', sdl: `type Query { ${fields} }`, resolvers, ...(close === undefined ? {} : { close }) });

async function served(first: Partial<GraphParts>) {
  const lines: string[] = [];
  let next: () => GraphParts = () => parts(first);
  const graph = await serveGraph({
    parts: () => next(),
    engine: {},
    stateFolder: mkdtempSync(join(tmpdir(), 'gateway-')),
    allowBreaking: false,
    log: jsonLog('info', (line) => lines.push(line)),
  });
  const ask = async (query: string) => {
    const lease = graph.running.lease();
    const compiled = lease.engine.get(query);
    if (!compiled.ok) throw compiled.errors[0] ?? new Error('refused');
    const result = await lease.engine.run(compiled.operation, {}, requestContext());
    lease.release();
    return result.data;
  };
  return {
    graph,
    lines,
    ask,
    offer: (value: Partial<GraphParts> | (() => never)) => (next = typeof value === 'function' ? value : () => parts(value)),
  };
}

const parts = ({ subgraphs = [] }: Partial<GraphParts>): GraphParts => ({ subgraphs, breakers: () => new Map() });

test('A request in flight finishes on the graph it began with, which is closed after it', async () => {
  let answer: (value: number) => void = () => undefined;
  const waiting = new Promise<number>((resolve) => (answer = resolve));
  let closed = false;
  const slow = base('value: Int', { Query: { value: () => waiting } }, async () => {
    closed = true;
  });
  const { graph, ask, offer } = await served({ subgraphs: [slow] });
  const before = ask('{ value }');
  offer({ subgraphs: [base('value: Int more: Int', { Query: { value: () => 2, more: () => 3 } })] });
  assert.equal(await graph.reload(), true);
  assert.deepEqual(await ask('{ value more }'), { value: 2, more: 3 });
  assert.equal(closed, false);
  answer(1);
  assert.deepEqual(await before, { value: 1 });
  await new Promise(setImmediate);
  assert.equal(closed, true);
});

test('A graph that does not compose, takes something away or cannot be read never replaces the running one', async () => {
  const { graph, lines, ask, offer } = await served({ subgraphs: [base('value: Int', { Query: { value: () => 1 } })] });
  const bad: [Partial<GraphParts> | (() => never), RegExp][] = [
    [{ subgraphs: [{ ...base('value: Int'), sdl: 'type Query { value: Missing }' }] }, /INVALID|UNKNOWN|Missing/],
    [{ subgraphs: [base('other: Int')] }, /BREAKING_CHANGE: Field 'value' was removed/],
    [{ subgraphs: [] }, /problems|cannot/],
    [
      () => {
        throw new Error('disk full');
      },
      /disk full/,
    ],
  ];
  for (const [offered, said] of bad) {
    offer(offered);
    lines.length = 0;
    assert.equal(await graph.reload(), false);
    assert.match(lines.join(''), said);
    assert.deepEqual(await ask('{ value }'), { value: 1 });
  }
});
