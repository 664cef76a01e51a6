import { isObject, type JsonObject } from './json.js';
import type { TypeConditions } from './type-conditions.js';

/**
 * Puts what a fetch answered into what is there already: objects field by field, lists item by item. Null never wipes
 * out an object another subgraph gave, and the name of an interface (from a subgraph that knows it as one object type)
 * never replaces the name of a real type.
 */
export function mergeInto(target: JsonObject, source: JsonObject, types: TypeConditions): void {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const incoming = source[key];
    const existing = Object.hasOwn(target, key) ? target[key] : undefined;
    if (existing === undefined || existing === null) target[key] = incoming;
    else if (isObject(existing) && isObject(incoming)) mergeInto(existing, incoming, types);
    else if (Array.isArray(existing) && Array.isArray(incoming)) mergeLists(existing, incoming, types);
    else if (key === '__typename' && types.isObject(existing)) continue;
    else if (incoming !== null) target[key] = incoming;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[], types: TypeConditions): void {
  source.forEach((incoming, index) => {
    const existing = target[index];
    if (isObject(existing) && isObject(incoming)) mergeInto(existing, incoming, types);
    else if (Array.isArray(existing) && Array.isArray(incoming)) mergeLists(existing, incoming, types);
    else if (existing === undefined || existing === null) target[index] = incoming;
  });
}
