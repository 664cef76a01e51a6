import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { requestContext } from '../../src/engine/request-context.js';
import { cookieOf, needsServer, regionGraph, send } from '../support/region.js';

interface Notice {
  readonly change: { readonly id: string; readonly key: string; readonly type: string };
  readonly project: { readonly name: string; readonly openRisks: number } | null;
}

const document = `subscription ($units: [ID!], $after: ID) { projectChanges(units: $units, after: $after) { change { id key type } project { name openRisks } } }`;
const project = '80@2025-07-01/MAU-003';

/**
 * The next so many notices.
 * @param cause Makes one. A subscription tells what comes after it began, and nobody says when that is: it is called until all are there.
 */
async function notices(
  count: number,
  variables: Record<string, unknown>,
  cause: () => Promise<void> = async () => undefined,
): Promise<readonly Notice[]> {
  const region = regionGraph().engine.subgraphs[0];
  const abort = new AbortController();
  const context = requestContext({
    cookie: await cookieOf('80-reporter'),
    signal: AbortSignal.any([abort.signal, AbortSignal.timeout(180_000)]),
  });
  const found: Notice[] = [];
  const causing = (async () => {
    while (!context.signal.aborted) {
      await cause();
      await pause(1_000, undefined, { signal: context.signal }).catch(() => undefined);
    }
  })();
  for await (const event of region?.subscribe?.(document, variables, context) ?? []) {
    assert.deepEqual(event.errors ?? [], []);
    found.push(JSON.parse(JSON.stringify(event.data?.['projectChanges'])) as Notice);
    if (found.length === count) break;
  }
  abort.abort();
  await causing;
  return found;
}

async function raiseRisk(code: string): Promise<void> {
  const risk = { code, description: 'Nhà thầu chậm bàn giao', likelihood: 2, impact: 3 };
  const answer = await send('POST', `/api/v1/projects/${project}/risks`, risk, { cookie: await cookieOf('80-reporter') });
  assert.equal(answer.statusCode, 200, JSON.stringify(answer.body));
}

describe('A subscription', needsServer, () => {
  test('tells a change with the thing as it is now, and goes on behind an event', async () => {
    const seen = await notices(2, { units: ['80@2025-07-01'] }, () => raiseRisk(`A${Date.now().toString(36).toUpperCase()}`));
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
