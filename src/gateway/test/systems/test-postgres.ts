import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const sampleSql = fileURLToPath(new URL('../../../../../samples/systems/inspections.sql', import.meta.url));

/** Where PostgreSQL's programs are: `REGIONLINK_TEST_POSTGRES_BIN`, or Debian's newest. */
function binaries(): string {
  const given = process.env['REGIONLINK_TEST_POSTGRES_BIN'];
  if (given !== undefined && given !== '') return given;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (found === undefined)
    throw new Error('No PostgreSQL: install it (Debian: apt-get install postgresql) or set REGIONLINK_TEST_POSTGRES_BIN.');
  return found;
}

/** A PostgreSQL of the test's own with the sample inspections and a role that may only read them. */
export class TestPostgres {
  readonly port: number;
  readonly login = 'reader:only-for-tests';
  readonly #server: ChildProcess;
  readonly #folder: string;

  private constructor(server: ChildProcess, folder: string, port: number) {
    this.#server = server;
    this.#folder = folder;
    this.port = port;
  }

  static async start(): Promise<TestPostgres> {
    const bin = binaries();
    const folder = mkdtempSync(join(tmpdir(), 'rl-pg-'));
    // PostgreSQL refuses to run as root.
    const asUser = process.getuid?.() === 0 ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--'] : [];
    chmodSync(folder, 0o777);
    const data = join(folder, 'data');
    const [head, ...rest] = [
      ...asUser,
      join(bin, 'initdb'),
      '-D',
      data,
      '-A',
      'trust',
      '-U',
      'postgres',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ];
    execFileSync(head, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
    const port = await freePort();
    const settings = ['listen_addresses=127.0.0.1', 'fsync=off', `unix_socket_directories=${folder}`, 'log_min_messages=panic'];
    const [program = '', ...args] = [
      ...asUser,
      join(bin, 'postgres'),
      '-D',
      data,
      '-p',
      String(port),
      ...settings.flatMap((s) => ['-c', s]),
    ];
    const server = spawn(program, args, { stdio: 'ignore', detached: true });
    const postgres = new TestPostgres(server, folder, port);
    await postgres.#fill();
    return postgres;
  }

  /** Stops the whole group of processes: connections stay open and nobody answers. */
  hang(): void {
    this.#signal('SIGSTOP');
  }

  wake(): void {
    this.#signal('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode === null && this.#server.signalCode === null) {
      const ended = once(this.#server, 'exit');
      this.#signal('SIGKILL');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async run(sql: string, database = 'sample_inspections'): Promise<void> {
    const client = new pg.Client({ host: '127.0.0.1', port: this.port, user: 'postgres', database });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  // Each backend is a child of the server; setsid is not used by them, so the group reaches all.
  #signal(signal: NodeJS.Signals): void {
    if (this.#server.pid === undefined) return;
    for (const pid of family(this.#server.pid)) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        // A backend may end between being listed and being told.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }

  async #fill(): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await this.run('create database sample_inspections', 'postgres');
        break;
      } catch (error) {
        if (tries === 1_200) throw error;
        await pause(50);
      }
    }
    await this.run(readFileSync(sampleSql, 'utf8'));
    await this.run(
      `create role reader login password 'only-for-tests'; grant usage on schema thanh_tra to reader; grant select on all tables in schema thanh_tra to reader`,
    );
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), 'close');
  return port;
}

/** A process and its children, read from /proc: PostgreSQL's backends leave the group of their server. */
function family(root: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === root);
  return [root, ...children];
}

function parentOf(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
  } catch {
    return undefined;
  }
}
