import { delimiter, join } from 'node:path';
import { loadSystems } from '../config/load-systems.js';
import { wording } from '../config/mistake.js';
import { readSystem } from '../config/read-system.js';
import { secretsFrom } from '../upstream/secrets.js';
import { checkSystem, servedSchema } from './check-command.js';
import { pullFigures } from './pull-command.js';

const usage = [
  'check <tệp / file>: kiểm tra một tệp hệ thống và chính hệ thống đó / check a system`s file and the system itself',
  'pull <kỳ / period>: lấy số liệu từ mọi hệ thống nguồn vào báo cáo / take figures from every source system into the reports',
];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folders = (process.env['GATEWAY_SYSTEMS'] ?? '').split(delimiter).filter((folder) => folder !== '');
const secrets = secretsFrom(process.env, process.env['GATEWAY_SECRETS']);

process.exitCode = await run(process.argv.slice(2));

/** 0 done, 1 problems were found, 2 misspelt. */
async function run([command, argument]: readonly string[]): Promise<number> {
  if (command === 'check' && argument !== undefined) {
    const served = servedSchema(join(process.env['GATEWAY_STATE'] ?? '.regionlink/gateway', 'published.graphql'));
    return (await checkSystem(argument, { folders, secrets, served, say })) ? 0 : 1;
  }
  if (command === 'pull' && argument !== undefined) return (await pullAll(argument)) ? 0 : 1;
  usage.forEach(say);
  return 2;
}

async function pullAll(period: string): Promise<boolean> {
  const api = new URL(process.env['REGIONLINK_API'] ?? 'http://localhost:5080');
  const both = (vi: string, en: string): void => {
    say(vi);
    if (en !== vi) say(`  ${en}`);
  };
  const given = process.argv.slice(4);
  const { systems, faulty } = given.length === 0 ? loadSystems(folders) : named(given);
  for (const { path, mistakes } of faulty) for (const mistake of mistakes) both(wording(mistake, path).vi, wording(mistake, path).en);
  let well = faulty.length === 0;
  for (const system of systems) well = (await pullFigures(system, { api, period, secrets, say: both })) && well;
  return well;
}

function named(paths: readonly string[]): ReturnType<typeof loadSystems> {
  const files = paths.map((path) => readSystem(path));
  return {
    systems: files.flatMap((file) => file.system ?? []),
    faulty: files.filter((file) => file.system === undefined),
  };
}
