import { isObject, type JsonObject } from './json.js';
import type { FlattenNodePathSegment } from './planner.js';
import type { TypeConditions } from './type-conditions.js';

/** An object of the answer that a fetch will add to, and where the client sees it. */
export interface Target {
  readonly object: JsonObject;
  readonly path: readonly (string | number)[];
}

/** Every object a plan path leads to. Nulls and lists of other shape on the way lead nowhere. */
export function findTargets(data: JsonObject, path: readonly FlattenNodePathSegment[], types: TypeConditions): Target[] {
  const found: Target[] = [];
  const here: (string | number)[] = [];
  walk(data, 0);
  return found;

  function walk(value: unknown, depth: number): void {
    if (value === null || value === undefined) return;
    const segment = path[depth];
    if (segment === undefined || Array.isArray(value)) {
      // "@" steps into the items; a path that ends in a list or forgets to name it means its items too.
      if (Array.isArray(value)) value.forEach((item, index) => step(index, item, segment === '@' ? depth + 1 : depth));
      else if (isObject(value)) found.push({ object: value, path: [...here] });
      return;
    }
    if (segment === '@' || !isObject(value)) return;
    if ('Field' in segment) {
      if (Object.hasOwn(value, segment.Field)) step(segment.Field, value[segment.Field], depth + 1);
      return;
    }
    const typename = value['__typename'];
    if (typeof typename !== 'string' || types.satisfiesAny(typename, segment.TypeCondition)) walk(value, depth + 1);
  }

  function step(key: string | number, value: unknown, depth: number): void {
    here.push(key);
    walk(value, depth);
    here.pop();
  }
}

/** The part of a plan path that is the same for every target: where an error of the whole fetch is shown. */
export function commonPath(path: readonly FlattenNodePathSegment[]): readonly string[] {
  const common: string[] = [];
  for (const segment of path) {
    if (segment === '@') break;
    if ('Field' in segment) common.push(segment.Field);
  }
  return common;
}
