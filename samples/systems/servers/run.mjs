// Starts every sample system on a free port of this machine and writes their files, with these ports, into a folder for the gateway:
//   node run.mjs <folder> [postgresql://…/sample_inspections]
// Prints one line of JSON when all of them listen, and ends, with them, when its standard input ends.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const [folder, postgres] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node run.mjs <folder> [postgresql://…]');
const samples = fileURLToPath(new URL('..', import.meta.url));
const systems = join(folder, 'systems');
const secrets = join(folder, 'secrets');

const servers = [
  { id: '79-hotline', unit: '79@2025-07-01', server: 'hotline', path: '/api/', secret: 'SAMPLE_HOTLINE_KEY', key: random() },
  { id: '79-open-data', unit: '79@2025-07-01', server: 'open-data', path: '/graphql' },
  { id: '80-documents', unit: '80@2025-07-01', server: 'documents', path: '/ws/', secret: 'SAMPLE_DOCUMENTS_LOGIN', key: `mau:${random()}` },
  { id: '80-training', unit: '80@2025-07-01', server: 'training', path: '/odata/' },
];

rmSync(systems, { recursive: true, force: true });
mkdirSync(secrets, { recursive: true, mode: 0o700 });
const started = await Promise.all(servers.map(start));
for (const { unit } of servers) cpSync(join(samples, unit), join(systems, unit), { recursive: true });
for (const { id, unit, path, secret, key, port } of started) {
  address(unit, id, `http://127.0.0.1:${port}${path}`);
  if (secret !== undefined) writeFileSync(join(secrets, secret), key, { mode: 0o600 });
}
if (postgres !== undefined) {
  const unit = '75@2026-04-30';
  cpSync(join(samples, unit), join(systems, unit), { recursive: true });
  const url = new URL(postgres);
  writeFileSync(join(secrets, 'SAMPLE_INSPECTIONS_LOGIN'), `${url.username}:${url.password}`, { mode: 0o600 });
  url.username = url.password = '';
  address(unit, '75-inspections', url.href);
}
process.stdout.write(`${JSON.stringify({ systems, secrets, processes: Object.fromEntries(started.map(({ id, pid, port }) => [id, { pid, port }])) })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();

async function start(sample) {
  const child = spawn(process.execPath, [join(samples, 'servers', `${sample.server}.mjs`)], {
    // Its input is ours: it ends with us.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', ...(sample.key === undefined ? {} : { KEY: sample.key }) },
  });
  // One that ends before it listens has said why; there is nothing to wait for. Later it may be killed and the others go on.
  const failed = () => process.exit(1);
  child.once('exit', failed);
  const [line] = await once(createInterface(child.stdout), 'line');
  child.off('exit', failed);
  return { ...sample, ...JSON.parse(line), pid: child.pid };
}

function address(unit, id, url) {
  const path = join(systems, unit, 'systems', `${id}.json`);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), address: url }, null, 2));
}

function random() {
  return randomBytes(18).toString('base64url');
}
