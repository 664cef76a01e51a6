import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { graph } from '../support/graph.js';
import { hotline, units } from '../support/units.js';

const kept = 40;
const mib = 2 ** 20;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

test('Memory does not grow with the number of different operations', async () => {
  const region = graph(
    [
      { ...units, keptDocuments: kept },
      { ...hotline, keptDocuments: kept },
    ],
    { cachedOperations: kept },
  );
  let asked = 0;
  const askOthers = async (until: number): Promise<number> => {
    for (; asked < until; asked++) {
      // A name of its own for every field, and a reader's padding: 10 kB that nobody may hold on to.
      const text = `query Q${asked} { u${asked}: unit(code: "75") { n${asked}: name t${asked}: openTickets } } # ${'.'.repeat(10_000)}`;
      const { data, errors } = await region.ask(text);
      assert.deepEqual([data?.[`u${asked}`], errors], [{ [`n${asked}`]: 'Đồng Nai', [`t${asked}`]: 75 }, undefined]);
    }
    collect();
    return process.memoryUsage().heapUsed;
  };

  const full = await askOthers(150);
  const later = await askOthers(1_200);

  assert.ok(region.engine.cache.size <= kept, `${region.engine.cache.size} operations are kept`);
  assert.ok(later - full < 5 * mib, `${((later - full) / mib).toFixed(1)} MiB more after 1,050 further operations`);
});
