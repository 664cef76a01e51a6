import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = join(import.meta.dirname, '../../../differential');
const operations = 300;

interface Totals {
  readonly compared: number;
  readonly oursWrong: number;
  readonly unexplained: number;
  readonly agree: Readonly<Record<string, number>>;
}

test(`Hive with both its planners answers ${operations} generated operations as we do, but for its known faults`, async () => {
  await install();
  const { stdout } = await run('node', ['compare.mjs', String(operations), '1'], { cwd: folder, maxBuffer: 64e6 }).catch(
    (failed: unknown) => {
      const { stdout, stderr } = failed as { stdout?: string; stderr?: string };
      return assert.fail(`${stdout ?? ''}\n${stderr ?? ''}`.slice(0, 10_000));
    },
  );
  const totals = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{\n') + 1)) as Totals;
  assert.deepEqual([totals.compared, totals.oursWrong, totals.unexplained], [operations, 0, 0]);
  // Were Hive broken everywhere in a known way, nothing would be compared.
  for (const gateway of ['router-runtime', 'gateway-runtime']) assert.ok((totals.agree[gateway] ?? 0) > operations * 0.8, stdout);
});

/** The other gateways have a lock file of their own, so that nobody who runs the gateway needs them. */
async function install(): Promise<void> {
  const stamp = join(folder, 'node_modules', '.installed');
  const lock = createHash('sha256')
    .update(await readFile(join(folder, 'package-lock.json')))
    .digest('hex');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === lock) return;
  await run('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: folder, maxBuffer: 64e6 });
  await writeFile(stamp, lock);
}
