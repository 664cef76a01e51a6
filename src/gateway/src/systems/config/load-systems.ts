import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Mistake } from './mistake.js';
import { readSystem, type ReadFile } from './read-system.js';
import type { Read, SystemFile } from './system-file.js';

/** Every system of the given folders, and every mistake, by file. */
export interface LoadedSystems {
  readonly systems: readonly SystemFile[];
  readonly faulty: readonly { readonly path: string; readonly mistakes: readonly Mistake[] }[];
}

/** Files `<folder>/<unit>/systems/*.json`, in order of their names. */
export function systemFiles(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    listed(folder).flatMap((unit) => {
      const systems = join(folder, unit, 'systems');
      return listed(systems)
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(systems, name));
    }),
  );
}

/** Reads all of them. A system with a mistake is left out; the others are whole. */
export function loadSystems(folders: readonly string[]): LoadedSystems {
  return together(systemFiles(folders).map((path) => readSystem(path)));
}

/** Puts files together; what does not go together is noted at the later one, which is left out. */
export function together(files: readonly ReadFile[]): LoadedSystems {
  const systems: SystemFile[] = [];
  const faulty: { path: string; mistakes: readonly Mistake[] }[] = [];
  for (const { path, system, mistakes } of files) {
    const all = system === undefined ? mistakes : conflicts(system, systems);
    if (system === undefined || all.length > 0) faulty.push({ path, mistakes: all });
    else systems.push(system);
  }
  return { systems, faulty };
}

function conflicts(system: SystemFile, others: readonly SystemFile[]): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const note = (where: string, code: string, vi: string, en: string): number => mistakes.push({ where, code, vi, en });
  const same = others.find((other) => other.id === system.id);
  if (same !== undefined)
    note('id', 'system.id-twice', `${system.id} đã có ở ${same.unit}.`, `${system.id} exists already in ${same.unit}.`);
  system.reads.forEach((read, i) => {
    for (const [name, shape] of shapes(read)) {
      for (const other of others) {
        const theirs = other.reads.flatMap((r) => [...shapes(r)]).filter(([n]) => n === name);
        if (theirs.some(([, s]) => s !== shape)) {
          note(
            `reads[${i}]`,
            'system.field-differs',
            `${name} là “${shape}”, ở hệ thống ${other.id} là “${theirs[0]?.[1] ?? ''}”: cùng tên phải cùng kiểu, đơn vị và tham số.`,
            `${name} is “${shape}” here and “${theirs[0]?.[1] ?? ''}” in system ${other.id}: the same name needs the same type, unit and arguments.`,
          );
        }
        if (theirs.length > 0 && !name.includes('[') && other.units.some((unit) => system.units.includes(unit))) {
          note(
            `reads[${i}]`,
            'system.field-twice',
            `${name} của cùng đơn vị đã do hệ thống ${other.id} cung cấp.`,
            `${name} of the same unit comes from system ${other.id} already.`,
          );
        }
      }
    }
  });
  return mistakes;
}

/** What of a read shows in the graph, by name: two systems may share a name only with the same shape. */
function shapes(read: Read): ReadonlyMap<string, string> {
  const args = read.byPeriod ? '(from, to)' : '';
  const fields = read.fields.map((f) => [f.name, f.unit === undefined ? f.type : `${f.type} ${f.unit}`] as const);
  if (read.list === undefined) return new Map(fields.map(([name, shape]) => [`${read.entity}.${name}`, shape + args]));
  const { field, type } = read.list;
  return new Map([
    [`${read.entity}.${field}`, `[${type}]${args}`],
    [
      `${type}[]`,
      fields
        .map(([name, shape]) => `${name}: ${shape}`)
        .sort()
        .join(', '),
    ],
  ]);
}

function listed(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
