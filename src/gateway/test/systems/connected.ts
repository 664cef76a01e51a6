import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requestContext, type RequestContext } from '../../src/engine/request-context.js';
import type { SubgraphResult } from '../../src/engine/subgraph.js';
import { loadSystems } from '../../src/systems/config/load-systems.js';
import type { SystemFile } from '../../src/systems/config/system-file.js';
import { connectSystems, type ConnectedSystems, type ConnectOptions } from '../../src/systems/connect-systems.js';
import { nobody } from '../../src/systems/callers.js';

export const sampleFolder = fileURLToPath(new URL('../../../../../samples/systems/', import.meta.url));

/** For tests that are not about time: long enough for a machine with much else to do. */
const patientMs = 20_000;

/** The sample configuration with the given system changed; every change is a shallow one. It is given time, unless a test says otherwise. */
export function sampleFolderWith(id: string, change: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rl-systems-'));
  cpSync(sampleFolder, folder, { recursive: true, filter: (path) => !path.endsWith('.mjs') });
  const path = join(folder, unitFolderOf(id), 'systems', `${id}.json`);
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), timeoutMs: patientMs, ...change }));
  return folder;
}

/** One sample system as a file says it, changed. */
export function sampleSystem(id: string, change: Readonly<Record<string, unknown>>): SystemFile {
  const { systems, faulty } = loadSystems([sampleFolderWith(id, change)]);
  const system = systems.find((s) => s.id === id);
  if (system === undefined) throw new Error(JSON.stringify(faulty));
  return system;
}

export const sampleSecrets: Readonly<Record<string, string>> = {
  SAMPLE_HOTLINE_KEY: 'khoa-duong-day-nong',
  SAMPLE_DOCUMENTS_LOGIN: 'vanban:matkhau-soap',
  SAMPLE_INSPECTIONS_LOGIN: 'reader:only-for-tests',
};

export function connect(files: readonly SystemFile[], options: Partial<ConnectOptions> = {}): ConnectedSystems {
  return connectSystems(files, { secrets: (name) => sampleSecrets[name], callers: async () => nobody, ...options });
}

export interface Asked {
  readonly result: SubgraphResult;
  readonly context: RequestContext;
  readonly ms: number;
}

/** Asks for fields of entities as the engine would, within a deadline. */
export async function ask(
  systems: ConnectedSystems,
  entity: string,
  ids: readonly string[],
  fields: string,
  deadlineMs = patientMs,
  subgraph = 'systems',
): Promise<Asked> {
  const context = requestContext({ deadline: Date.now() + deadlineMs });
  const target = systems.subgraphs.find((s) => s.name === subgraph);
  if (target === undefined) throw new Error(`No subgraph ${subgraph}.`);
  const started = performance.now();
  const result = await target.exec(
    `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${entity} { ${fields} } } }`,
    { representations: ids.map((id) => ({ __typename: entity, id })) },
    context,
  );
  return { result: JSON.parse(JSON.stringify(result)) as SubgraphResult, context, ms: performance.now() - started };
}

export function entity(asked: Asked, index = 0): Readonly<Record<string, unknown>> | null {
  const list = asked.result.data?.['_entities'] as readonly (Readonly<Record<string, unknown>> | null)[] | undefined;
  return list?.[index] ?? null;
}

export const city = '79@2025-07-01';
export const dongNai = '75@2026-04-30';
export const tayNinh = '80@2025-07-01';

function unitFolderOf(id: string): string {
  return { '79': city, '75': dongNai, '80': tayNinh }[id.slice(0, 2)] ?? id;
}
