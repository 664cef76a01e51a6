import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requestContext } from '../../src/engine/request-context.js';
import { cookieOf, needsServer, regionGraph, send } from '../support/region.js';

interface Notice {
  readonly change: { readonly id: string; readonly key: string; readonly type: string };
  readonly project: { readonly name: string; readonly openRisks: number } | null;
}

const document = `subscription ($units: [ID!], $after: ID) { projectChanges(units: $units, after: $after) { change { id key type } project { name openRisks } } }`;
const project = '80@2025-07-01/MAU-003';

/** The next so many notices. */
async function notices(count: number, variables: Record<string, unknown>, started?: () => Promise<unknown>): Promise<readonly Notice[]> {
  const region = regionGraph().engine.subgraphs[0];
  const abort = new AbortController();
  const context = requestContext({ cookie: await cookieOf('80-reporter'), signal: abort.signal });
  const found: Notice[] = [];
  const patience = setTimeout(() => abort.abort(), 20_000);
  // The stream is open before something happens: the API tells what comes after the question.
  const writing = started === undefined ? undefined : new Promise((resolve) => setTimeout(resolve, 1_500)).then(started);
  for await (const event of region?.subscribe?.(document, variables, context) ?? []) {
    assert.deepEqual(event.errors ?? [], []);
    found.push(JSON.parse(JSON.stringify(event.data?.['projectChanges'])) as Notice);
    if (found.length === count) break;
  }
  clearTimeout(patience);
  abort.abort();
  await writing;
  return found;
}

async function raiseRisk(code: string): Promise<void> {
  const risk = { code, description: 'Nhà thầu chậm bàn giao', likelihood: 2, impact: 3 };
  const answer = await send('POST', `/api/v1/projects/${project}/risks`, risk, { cookie: await cookieOf('80-reporter') });
  assert.equal(answer.statusCode, 200, JSON.stringify(answer.body));
}

describe('A subscription', needsServer, () => {
  test('tells a change with the thing as it is now, and goes on behind an event', async () => {
    const stamp = Date.now().toString(36).toUpperCase();
    const seen = await notices(2, { units: ['80@2025-07-01'] }, async () => {
      await raiseRisk(`A${stamp}`);
      await raiseRisk(`B${stamp}`);
    });
    const again = await notices(1, { units: ['80@2025-07-01'], after: seen[0]?.change.id });

    assert.deepEqual(
      seen.map(({ change }) => [change.key, change.type]),
      [
        [project, 'riskRaised'],
        [project, 'riskRaised'],
      ],
    );
    assert.ok((seen[1]?.project?.openRisks ?? 0) > 0);
    assert.equal(again[0]?.change.id, seen[1]?.change.id);
  });

  test('is refused to a stranger with the code of the API', async () => {
    const region = regionGraph().engine.subgraphs[0];
    await assert.rejects(
      async () => {
        for await (const event of region?.subscribe?.('subscription { changes { id } }', {}, requestContext()) ?? [])
          assert.fail(JSON.stringify(event));
      },
      (error: { extensions?: { code?: string } }) => error.extensions?.code === 'access.sign-in-needed',
    );
  });
});
