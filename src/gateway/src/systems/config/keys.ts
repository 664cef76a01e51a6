import type { KeyRule } from './system-file.js';

/** What the system calls the object with this platform key; undefined when the key has no such part. */
export function systemKey(rule: KeyRule, id: string): string | undefined {
  const mapped = rule.map[id];
  if (mapped !== undefined) return mapped;
  const slash = id.indexOf('/');
  switch (rule.is) {
    case 'id':
      return id;
    case 'code':
      return slash === -1 ? id.split('@', 1)[0] : undefined;
    case 'number':
      return slash === -1 ? undefined : id.slice(slash + 1);
  }
}

/** The unit a platform key belongs to: itself, or what stands before the first slash. */
export function unitOf(id: string): string {
  return id.split('/', 1)[0] ?? id;
}
