import pg from 'pg';
import type { Read, SystemFile } from '../config/system-file.js';
import { SystemFailure } from '../upstream/failure.js';
import type { Secrets } from '../upstream/secrets.js';
import type { Connector, PeriodDays, SystemRecord } from './connector.js';
import { byKey, filled } from './records.js';

type SqlRequest = Extract<Read['request'], { protocol: 'postgresql' }>;

/** Characters of one value that are read. */
const longestText = 10_000;
const mostRows = 20_000;

/** PostgreSQL: one `= any($1)` for all keys, read-only whatever the role may do, everything read as text. */
export function postgresqlConnector(system: SystemFile, secrets: Secrets): Connector {
  const pool = poolOf(system, secrets);
  pool.on('error', () => undefined); // an idle connection broke; the next call opens another

  return {
    async read(read, keys, period, signal) {
      const { text, values } = statementOf(read, keys, period);
      const client = await pool.connect();
      // A stopped server never answers: only giving up the connection frees us.
      let broken: Error | undefined;
      const giveUp = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new SystemFailure('timeout', 'no answer in time')), { once: true });
      });
      giveUp.catch(() => undefined);
      try {
        const { rows } = await Promise.race([client.query<SystemRecord>(text, values), giveUp]);
        if (rows.length > mostRows) throw new SystemFailure('too-large', `more than ${mostRows} rows`);
        return byKey(rows, keyAlias, keys);
      } catch (error) {
        broken = error instanceof Error ? error : new Error('failed');
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function poolOf(system: SystemFile, secrets: Secrets): pg.Pool {
  return new pg.Pool({
    // A folder, percent-encoded, is a unix socket, as in libpq.
    host: decodeURIComponent(system.address.hostname),
    port: system.address.port === '' ? 5432 : Number(system.address.port),
    database: decodeURIComponent(system.address.pathname.slice(1)),
    ...login(system, secrets),
    max: system.atOnce,
    connectionTimeoutMillis: system.timeoutMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: system.timeoutMs,
    query_timeout: system.timeoutMs,
    options: '-c default_transaction_read_only=on',
    application_name: 'regionlink-gateway',
    allowExitOnIdle: true,
  });
}

/** Mapped tables that the role could change, were it asked to. */
export async function writableTables(system: SystemFile, secrets: Secrets): Promise<readonly string[]> {
  const pool = poolOf(system, secrets);
  try {
    const tables = [...new Set(system.reads.map((read) => (read.request as SqlRequest).table))];
    const { rows } = await pool.query<{ readonly name: string }>(
      `select name from unnest($1::text[]) as name where has_table_privilege(name, 'insert, update, delete, truncate')`,
      [tables],
    );
    return rows.map((row) => row.name);
  } finally {
    await pool.end();
  }
}

/** Alias of the key column, which may be mapped as a field too. */
const keyAlias = '$key';

/** The statement for a read; names were checked by the file's rules and are quoted. */
export function statementOf(
  read: Read,
  keys: readonly string[],
  period: PeriodDays | undefined,
): { readonly text: string; readonly values: unknown[] } {
  const request = read.request as SqlRequest;
  const keyColumn = quoted(read.key.field ?? '');
  const values: unknown[] = [keys];
  const fixed = Object.entries(request.where).map(([column, text]) => `and ${quoted(column)} = $${values.push(filled(text, period))}`);
  const columns = [...new Set(read.fields.map((f) => f.from))].map((name) => `left(${jsonText(name)}, ${longestText}) as ${quoted(name)}`);
  const order =
    request.order === undefined
      ? ''
      : `order by ${quoted(request.order.replace(/^-/, ''))}${request.order.startsWith('-') ? ' desc' : ''} `;
  const text =
    `select ${[`${keyColumn}::text as "${keyAlias}"`, ...columns].join(', ')} ` +
    `from ${request.table.split('.').map(quoted).join('.')} ` +
    `where ${keyColumn} = any($1) ${fixed.join(' ')} ${order}limit ${mostRows + 1}`;
  return { text, values };
}

/** Through JSON a time stamp becomes ISO text and a boolean `true`, whatever the session's settings. */
function jsonText(column: string): string {
  return `to_jsonb(${quoted(column)}) #>> '{}'`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function login(system: SystemFile, secrets: Secrets): { readonly user?: string; readonly password?: () => string } {
  const name = system.credential?.name;
  if (name === undefined) return {};
  const user = secrets(name)?.split(':', 1)[0];
  return {
    ...(user === undefined ? {} : { user }),
    password: () => {
      const secret = secrets(name);
      if (secret === undefined) throw new SystemFailure('rejected', `secret ${name} is not set`);
      return secret.slice(secret.indexOf(':') + 1);
    },
  };
}
