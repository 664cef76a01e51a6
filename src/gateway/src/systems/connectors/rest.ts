import type { Read, SystemFile } from '../config/system-file.js';
import { SystemFailure } from '../upstream/failure.js';
import { HttpDoor } from '../upstream/http-door.js';
import type { Secrets } from '../upstream/secrets.js';
import type { Connector, PeriodDays, SystemRecord } from './connector.js';
import { byKey, filled, jsonOf, recordsAt } from './records.js';

type RestRequest = Extract<Read['request'], { protocol: 'rest' }>;
const headers = { accept: 'application/json' };

/** JSON over HTTP: `{keys}` asks about all at once, `{key}` one by one, no more at a time than the file allows. */
export function restConnector(system: SystemFile, secrets: Secrets): Connector {
  const door = new HttpDoor(system.address, system.atOnce, system.credential, secrets);

  async function ask(
    request: RestRequest,
    keys: readonly string[],
    period: PeriodDays | undefined,
    signal: AbortSignal,
  ): Promise<readonly SystemRecord[]> {
    const list = keys.map((key) => encodeURIComponent(key)).join(',');
    const path = filled(request.path, period).replaceAll('{keys}', list).replaceAll('{key}', list);
    return recordsAt(jsonOf(await door.call({ method: 'GET', path, headers }, signal)), request.items);
  }

  return {
    async read(read, keys, period, signal) {
      const request = read.request as RestRequest;
      const { field } = read.key;
      if (request.path.includes('{key}')) return oneByOne(keys, (key) => ask(request, [key], period, signal).catch(noneWhenUnknown));
      return byKey(await ask(request, keys, period, signal), field ?? '', keys);
    },
    close: () => door.close(),
  };
}

/** Asked about one object, 404 says that the system has none. */
function noneWhenUnknown(error: unknown): readonly SystemRecord[] {
  if (error instanceof SystemFailure && error.status === 404) return [];
  throw error;
}

/** One call per key; the pool bounds how many are under way. The first failure fails all: half an answer must not look whole. */
export async function oneByOne(
  keys: readonly string[],
  ask: (key: string) => Promise<readonly SystemRecord[]>,
): Promise<ReadonlyMap<string, readonly SystemRecord[]>> {
  return new Map(await Promise.all(keys.map(async (key) => [key, await ask(key)] as const)));
}
