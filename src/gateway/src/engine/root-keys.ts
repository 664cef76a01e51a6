import { Kind, parse } from 'graphql';
import { Lru } from './lru.js';

const cache = new Lru<string, readonly string[]>(2_000);

/** The response key of a fetch's root field, if it has exactly one: where an error of the whole fetch belongs. */
export function rootKeys(operation: string): readonly string[] {
  const known = cache.get(operation);
  if (known !== undefined) return known;
  const [definition] = parse(operation, { noLocation: true }).definitions;
  const selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  const [only, second] = selections;
  const keys = only?.kind === Kind.FIELD && second === undefined ? [only.alias?.value ?? only.name.value] : [];
  cache.set(operation, keys);
  return keys;
}
