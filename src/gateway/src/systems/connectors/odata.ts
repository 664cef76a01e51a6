import type { Read, SystemFile } from '../config/system-file.js';
import { HttpDoor } from '../upstream/http-door.js';
import { SystemFailure } from '../upstream/failure.js';
import type { Secrets } from '../upstream/secrets.js';
import type { Connector, PeriodDays, SystemRecord } from './connector.js';
import { byKey, filled, jsonOf, recordsAt, valueAt } from './records.js';

type ODataRequest = Extract<Read['request'], { protocol: 'odata' }>;
const mostPages = 20;
const headers = { accept: 'application/json;odata.metadata=none', 'odata-maxversion': '4.0' };

/** OData v4: one `$filter=… in (…)` for all keys, only the mapped properties, following pages within the same address. */
export function odataConnector(system: SystemFile, secrets: Secrets): Connector {
  const door = new HttpDoor(system.address, system.atOnce, system.credential, secrets);
  return {
    async read(read, keys, period, signal) {
      const records: SystemRecord[] = [];
      let path: string | undefined = queryOf(read, keys, period);
      for (let page = 0; path !== undefined; page++) {
        if (page === mostPages) throw new SystemFailure('too-large', `more than ${mostPages} pages`);
        const answer = jsonOf(await door.call({ method: 'GET', path, headers }, signal));
        if (!Array.isArray(valueAt(answer, 'value'))) throw new SystemFailure('garbage', 'no value list');
        records.push(...recordsAt(answer, 'value'));
        // The name holds a dot, so it is no path.
        const next: unknown = (answer as Readonly<Record<string, unknown>>)['@odata.nextLink'];
        path = typeof next === 'string' ? next : undefined;
      }
      return byKey(records, read.key.field ?? '', keys);
    },
    close: () => door.close(),
  };
}

/** Path and query of the first page. */
export function queryOf(read: Read, keys: readonly string[], period: PeriodDays | undefined): string {
  const request = read.request as ODataRequest;
  const keyField = read.key.field ?? '';
  const literals = keys.map((key) => (read.key.type === 'number' ? numeric(key) : quoted(key)));
  const fixed = Object.entries(request.where).map(([name, text]) => `${name} eq ${literal(text, period)}`);
  const query = new URLSearchParams({
    $filter: [`${keyField} in (${literals.join(',')})`, ...fixed].join(' and '),
    $select: [...new Set([keyField, ...read.fields.map((f) => f.from)])].join(','),
  });
  return `${request.set}?${query.toString().replaceAll('+', '%20')}`;
}

/** Days are written bare in OData, texts in quotes. */
function literal(text: string, period: PeriodDays | undefined): string {
  const value = filled(text, period);
  return /^\d{4}-\d{2}-\d{2}$|^-?\d+(\.\d+)?$|^(true|false|null)$/.test(value) ? value : quoted(value);
}

function numeric(key: string): string {
  if (!/^-?\d{1,18}$/.test(key)) throw new SystemFailure('rejected', 'a key is not a number');
  return String(BigInt(key));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
