import { isObject, type JsonObject } from './json.js';
import type { FetchNodePathSegment, FetchRewrite } from './planner.js';
import type { TypeConditions } from './type-conditions.js';

/**
 * Changes names the planner had to bend: a field it sent under an alias, or the type name an interface object goes by.
 * Works in place on data nobody else holds.
 */
export function rewrite(value: unknown, rewrites: readonly FetchRewrite[] | undefined, types: TypeConditions): void {
  for (const one of rewrites ?? []) {
    const setter = 'ValueSetter' in one ? one.ValueSetter : 'setValueTo' in one ? one : undefined;
    if (setter !== undefined) atParents(value, setter.path, types, (parent, key) => (parent[key] = setter.setValueTo));
    if (!('KeyRenamer' in one)) continue;
    const { path, renameKeyTo } = one.KeyRenamer;
    atParents(value, path, types, (parent, key) => {
      if (!Object.hasOwn(parent, key)) return;
      parent[renameKeyTo] = parent[key];
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the alias is chosen by the planner
      delete parent[key];
    });
  }
}

/** An error's path in the client's names: the same renames, applied to the keys on the way. */
export function rewritePath(
  path: readonly (string | number)[],
  rewrites: readonly FetchRewrite[] | undefined,
): readonly (string | number)[] {
  let rewritten = path;
  for (const one of rewrites ?? []) {
    if (!('KeyRenamer' in one)) continue;
    const keys = one.KeyRenamer.path.flatMap((segment) => ('Key' in segment ? [segment.Key] : []));
    const named = rewritten.flatMap((segment, index) => (typeof segment === 'string' ? [{ segment, index }] : []));
    const last = named[keys.length - 1];
    if (last === undefined || !keys.every((key, i) => named[i]?.segment === key)) continue;
    rewritten = rewritten.with(last.index, one.KeyRenamer.renameKeyTo);
  }
  return rewritten;
}

/** The rewrites of an entity fetch, relative to an entity: some name the `_entities` field first, some do not. */
export function ofEntity(rewrites: readonly FetchRewrite[] | undefined): readonly FetchRewrite[] | undefined {
  const relative = (path: FetchNodePathSegment[]): FetchNodePathSegment[] =>
    path[0] !== undefined && 'Key' in path[0] && path[0].Key === '_entities' ? path.slice(1) : path;
  return rewrites?.map((one): FetchRewrite => {
    if ('KeyRenamer' in one) return { KeyRenamer: { ...one.KeyRenamer, path: relative(one.KeyRenamer.path) } };
    if ('ValueSetter' in one) return { ValueSetter: { ...one.ValueSetter, path: relative(one.ValueSetter.path) } };
    return { ...one, path: relative(one.path) };
  });
}

function atParents(
  value: unknown,
  path: readonly FetchNodePathSegment[],
  types: TypeConditions,
  change: (parent: JsonObject, key: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) atParents(item, path, types, change);
    return;
  }
  const [segment, ...rest] = path;
  if (segment === undefined || !isObject(value)) return;
  if ('TypenameEquals' in segment) {
    const typename = value['__typename'];
    if (typeof typename !== 'string' || types.satisfiesAny(typename, segment.TypenameEquals)) atParents(value, rest, types, change);
  } else if (rest.length === 0) change(value, segment.Key);
  else if (Object.hasOwn(value, segment.Key)) atParents(value[segment.Key], rest, types, change);
}
