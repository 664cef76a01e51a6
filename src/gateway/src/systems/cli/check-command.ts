import { basename, dirname, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { createPlanner } from '../../engine/planner.js';
import { compose } from '../../compose/compose.js';
import { breakingChanges } from '../../compose/schema-changes.js';
import { withFederationLink } from '../../local/local-schema.js';
import { regionSdl, regionSubgraphName } from '../../region/region-subgraph.js';
import { systemFiles, together } from '../config/load-systems.js';
import { Mistakes, wording, type Mistake } from '../config/mistake.js';
import { readSystem } from '../config/read-system.js';
import type { SystemFile } from '../config/system-file.js';
import { fitting, partsOf } from '../fitting.js';
import type { Secrets } from '../upstream/secrets.js';
import { aligned } from './table.js';
import { tryForeign } from './try-foreign.js';
import { tryMapped } from './try-system.js';

export interface CheckOptions {
  /** Folders whose other systems the new one must go together with. */
  readonly folders: readonly string[];
  readonly secrets: Secrets;
  /** Client schema now served, to see what a changed file takes away; undefined when none ran yet. */
  readonly served: string | undefined;
  readonly say: (line: string) => void;
}

/** Reads a system's file, asks the system, fits it into the graph; says every problem. True when there is none. */
export async function checkSystem(path: string, options: CheckOptions): Promise<boolean> {
  const { say } = options;
  const file = readSystem(path);
  const mistakes: Mistake[] = [...file.mistakes];
  if (file.system !== undefined) {
    const tried = new Mistakes();
    noteSecrets(file.system, options.secrets, tried);
    if (!tried.list.some((m) => m.where === 'credential')) await contact(file.system, options.secrets, tried, say);
    mistakes.push(...tried.list, ...(await fits(path, file.system, options)));
  }
  say('');
  if (mistakes.length === 0) {
    say(`✓ ${basename(path)}: không có lỗi nào; đặt tệp vào thư mục systems của đơn vị rồi nạp lại cổng GraphQL.`);
    say(`  ${basename(path)}: no problem; put it into the unit's systems folder and reload the gateway.`);
    return true;
  }
  say(`✗ ${basename(path)}: ${mistakes.length} lỗi / ${mistakes.length} problems`);
  for (const mistake of mistakes) {
    const { vi, en } = wording(mistake);
    say(`  - ${vi}`);
    say(`    ${en}`);
  }
  return false;
}

function noteSecrets(system: SystemFile, secrets: Secrets, mistakes: Mistakes): void {
  for (const [where, name] of [
    ['credential', system.forwardCaller ? undefined : system.credential?.name],
    ['deliverWith', system.deliverWith],
  ] as const) {
    if (name !== undefined && secrets(name) === undefined) {
      mistakes.add(
        where,
        'system.secret-missing',
        `chưa có bí mật ${name}: đặt biến môi trường hoặc tệp cùng tên trong thư mục bí mật (GATEWAY_SECRETS).`,
        `secret ${name} is not set: set the environment variable, or a file of that name in the secrets folder (GATEWAY_SECRETS).`,
      );
    }
  }
}

async function contact(system: SystemFile, secrets: Secrets, mistakes: Mistakes, say: (line: string) => void): Promise<void> {
  say(`${system.name.vi} / ${system.name.en} (${system.protocol}, ${system.units.join(', ')})`);
  const head = ['Trường / Field', 'Kiểu / Type', 'Đơn vị / Unit', 'Giá trị / Value'];
  const rows =
    system.protocol === 'graphql'
      ? (await tryForeign(system, secrets, mistakes)).map((f) => [f.name, f.type, '', shown(f.value)])
      : (await tryMapped(system, secrets, lastMonth(), mistakes)).map((f) => [f.name, f.field.type, f.field.unit ?? '', shown(f.value)]);
  for (const line of aligned([head, ...rows])) say(`  ${line}`);
}

async function fits(path: string, system: SystemFile, options: CheckOptions): Promise<readonly Mistake[]> {
  const root = dirname(dirname(dirname(resolve(path))));
  const others = systemFiles([...new Set([root, ...options.folders.map((folder) => resolve(folder))])])
    .filter((other) => resolve(other) !== resolve(path) && basename(other) !== basename(path))
    .map((other) => readSystem(other));
  const { systems, faulty } = together([...others, { path, system, mistakes: [] }]);
  const conflicts = faulty.find((f) => f.path === path);
  if (conflicts !== undefined) return conflicts.mistakes;
  const region = { name: regionSubgraphName, sdl: withFederationLink(regionSdl()) };
  const fitted = fitting(systems, region);
  const own = fitted.faulty.find((f) => f.system.id === system.id);
  if (own !== undefined) return own.mistakes;
  return takesAway(fitted.systems, region, options.served);
}

async function takesAway(
  systems: readonly SystemFile[],
  region: { readonly name: string; readonly sdl: string },
  served: string | undefined,
): Promise<readonly Mistake[]> {
  const composed = compose([region, ...partsOf(systems)]);
  if (!composed.ok || served === undefined) return [];
  const { clientSdl } = createPlanner(composed.supergraphSdl);
  return (await breakingChanges(served, clientSdl)).map((change) => ({
    where: '',
    code: 'system.breaking-change',
    vi: `lấy đi thứ mà người dùng đồ thị có thể đang dùng: ${change}`,
    en: `takes away what clients of the graph may use: ${change}`,
  }));
}

/** The last whole month. */
export function lastMonth(today = new Date()): { readonly from: string; readonly to: string } {
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1));
  const last = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 0));
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}

/** The schema a gateway served last; undefined when it cannot be had. */
export function servedSchema(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
