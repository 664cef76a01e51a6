import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

export interface GatewayProcess {
  readonly url: URL;
  readonly stop: () => Promise<void>;
}

/** The gateway as it is run, in a process of its own on a free port. */
export async function gatewayProcess(settings: Readonly<Record<string, string>>): Promise<GatewayProcess> {
  const environment = { GATEWAY_PORT: '0', GATEWAY_HOST: '127.0.0.1', GATEWAY_STATE: mkdtempSync(join(tmpdir(), 'gateway-')), ...settings };
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { message, url } = JSON.parse(line) as { readonly message: string; readonly url?: string };
    if (message !== 'listening' || url === undefined) continue;
    child.stdout.resume();
    return { url: new URL(url), stop: () => ended(child) };
  }
  throw new Error('The gateway did not start.');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
