import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { needsServer, regionGraph, upstreamOf } from '../support/region.js';

interface Value {
  readonly unit: { readonly id: string };
  readonly metric: { readonly id: string };
  readonly value: string | null;
  readonly basis: string | null;
  readonly parts: readonly { readonly value: string; readonly unit: { readonly id: string } }[];
  readonly reasons: readonly { readonly code: string }[];
}

const fields = 'unit { id } metric { id name } value basis parts { value source unit { id } } reasons { code vi en }';

async function aggregated(args: string): Promise<readonly Value[]> {
  const answer = await regionGraph().ask(`{ aggregates(${args}) { ${fields} } }`);
  assert.deepEqual(answer.errors ?? [], []);
  return answer.data?.['aggregates'] as readonly Value[];
}

describe('Values on other boundaries', needsServer, () => {
  test('come with the observations they are made of; a rank of a merged unit is refused with its reason', async () => {
    const values = await aggregated('metrics: ["area", "dti_rank"], periods: ["2022"], units: ["79@2025-07-01", "79@origin"]');

    const rank = (unit: string) => values.find((one) => one.unit.id === unit && one.metric.id === 'dti_rank');
    assert.equal(values.length, 4);
    assert.equal(rank('79@origin')?.value, rank('79@origin')?.parts[0]?.value);
    assert.equal(rank('79@2025-07-01')?.value, null);
    assert.ok((rank('79@2025-07-01')?.reasons.length ?? 0) > 0);
    assert.ok(values.every(({ value, parts, reasons }) => (value === null ? reasons.length > 0 : parts.length > 0)));
  });

  test('are asked without their parts when nobody selects those, and are the same', async () => {
    const args = 'metrics: ["area", "dti_rank"], periods: ["2022"], units: ["79@2025-07-01", "79@origin"]';
    const paths = await upstreamOf(async () => {
      const answer = await regionGraph().ask(`{ aggregates(${args}) { value basis } }`);
      const whole = (await aggregated(args)).map(({ value, basis }) => ({ value, basis }));
      assert.deepEqual(JSON.parse(JSON.stringify(answer.data)), { aggregates: whole });
    });

    const asked = paths.filter((path) => path.startsWith('/api/v1/aggregates'));
    assert.deepEqual(
      asked.map((path) => path.includes('parts=false')),
      [true, false],
    );
  });

  test('are asked by one request, and what is behind them by one for each kind', async () => {
    const paths = await upstreamOf(() =>
      aggregated('metrics: ["dti_rank", "dti_score", "area"], periods: ["2020", "2021", "2022"], boundary: "2022-12-31"'),
    );

    assert.equal(paths.filter((path) => path.startsWith('/api/v1/aggregates')).length, 1);
    assert.ok(paths.length <= 5, paths.join('\n'));
  });

  test('that nobody can ask for are refused with the code of the API', async () => {
    const answer = await regionGraph().ask('{ aggregates(metrics: ["none"], periods: ["2022"]) { value } }');

    assert.deepEqual([answer.data, answer.errors?.[0]?.extensions?.['code']], [{ aggregates: null }, 'metric.unknown']);
  });
});
