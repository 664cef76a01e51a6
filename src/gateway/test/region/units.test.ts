import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { needsServer, regionGraph } from '../support/region.js';

/** The answer of anybody, without errors. */
async function answered(query: string): Promise<Record<string, unknown>> {
  const answer = await regionGraph().ask(query);
  assert.deepEqual(answer.errors ?? [], []);
  return answer.data as Record<string, unknown>;
}

describe('Units', needsServer, () => {
  test('A code is another province on another day', async () => {
    const { before, after, nobody } = await answered(
      `{ before: unitOfCode(code: "80", on: "2025-06-30") { fullName } after: unitOfCode(code: "80", on: "2025-07-01") { fullName } nobody: unitOfCode(code: "72", on: "2025-07-01") { id } }`,
    );

    assert.deepEqual(
      { before, after, nobody },
      { before: { fullName: 'Tỉnh Long An' }, after: { fullName: 'Tỉnh Tây Ninh' }, nobody: null },
    );
  });

  test('A merged province tells what it was made of and what a former one became', async () => {
    const data = await answered(`{
      now: unit(id: "79@2025-07-01") { predecessors { from { name } on whole acts } successors { to { id } } region { id } }
      former: unit(id: "77@origin") { successors { to { id name } } lineage(on: "2026-01-01") { became { unit { id } whole } } parent { id } } }`);

    assert.deepEqual(data['now'], {
      predecessors: ['Bình Dương', 'Bà Rịa - Vũng Tàu', 'Hồ Chí Minh'].map((name) => ({
        from: { name },
        on: '2025-07-01',
        whole: true,
        acts: ['202/2025/QH15, art. 1', '19/2025/QĐ-TTg'],
      })),
      successors: [],
      region: { id: 'southeast@2025-07-01' },
    });
    assert.deepEqual(data['former'], {
      successors: [{ to: { id: '79@2025-07-01', name: 'Hồ Chí Minh' } }],
      lineage: { became: [{ unit: { id: '79@2025-07-01' }, whole: true }] },
      parent: { id: 'southeast@origin' },
    });
  });

  test('Anything is found again by its global id, in the order asked', async () => {
    const { nodes } = await answered(
      `{ nodes(nodeIds: ["Target:411-digital-economy-2030", "Unit:none", "nonsense", "Unit:79@2025-07-01"]) { __typename nodeId ... on Unit { name } } }`,
    );

    assert.deepEqual(nodes, [
      { __typename: 'Target', nodeId: 'Target:411-digital-economy-2030' },
      null,
      null,
      { __typename: 'Unit', nodeId: 'Unit:79@2025-07-01', name: 'Hồ Chí Minh' },
    ]);
  });

  test('The published share of Ho Chi Minh City keeps its source beside the verdict', async () => {
    const { scoreboard } = (await answered(
      `{ scoreboard(year: 2022, boundary: "2022-12-31") { verdicts(units: ["79@origin"], kinds: [MISSED]) { value gap basis published { value source observation { value unit { id } } } reasons { code } } } }`,
    )) as { scoreboard: { verdicts: { value: string; gap: string; basis: string; published: { observation: { value: string } } }[] } };

    const share = scoreboard.verdicts.find(({ value }) => value === '0.97');
    assert.deepEqual([share?.gap, share?.basis, share?.published.observation.value], ['-0.03', 'PUBLISHED', '0.97']);
  });
});
