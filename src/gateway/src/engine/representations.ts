import { isObject, type JsonObject } from './json.js';
import type { FetchRewrite, RequiresSelection } from './planner.js';
import { rewrite } from './rewrites.js';
import type { Target } from './targets.js';
import type { TypeConditions } from './type-conditions.js';

/** References to send in one variable, each different one once. Aliases of a batch may share it. */
export class ReferenceList {
  readonly values: JsonObject[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(reference: JsonObject): number {
    const text = JSON.stringify(reference);
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.values.length);
    return this.values.push(reference) - 1;
  }
}

/** Which objects of the answer wait for which reference. */
export class Waiting {
  readonly #list: ReferenceList;
  readonly #targets: Target[][] = [];

  constructor(list: ReferenceList) {
    this.#list = list;
  }

  /** Leaves a target out when it lacks a key: the subgraph could not find it anyway. */
  add(
    targets: readonly Target[],
    requires: readonly RequiresSelection[],
    rewrites: readonly FetchRewrite[] | undefined,
    variables: Readonly<JsonObject>,
    types: TypeConditions,
  ): void {
    for (const target of targets) {
      const reference = referenceTo(target.object, requires, variables, types);
      if (reference === undefined) continue;
      rewrite(reference, rewrites, types);
      const index = this.#list.indexOf(reference);
      const waiting = this.#targets[index];
      if (waiting === undefined) this.#targets[index] = [target];
      else waiting.push(target);
    }
  }

  /** Empty when nothing here asked for that reference. */
  at(index: number): readonly Target[] {
    return this.#targets[index] ?? [];
  }
}

function referenceTo(
  entity: JsonObject,
  requires: readonly RequiresSelection[],
  variables: Readonly<JsonObject>,
  types: TypeConditions,
): JsonObject | undefined {
  if (typeof entity['__typename'] !== 'string') return undefined;
  const reference = select(entity, requires, variables, types);
  if (reference === undefined || Object.keys(reference).length === 0) return undefined;
  reference['__typename'] ??= entity['__typename'];
  return reference;
}

/** Undefined when a required field is missing (not when it is null, which an upstream resolver may mean). */
function select(
  value: JsonObject,
  requires: readonly RequiresSelection[],
  variables: Readonly<JsonObject>,
  types: TypeConditions,
): JsonObject | undefined {
  const selected: JsonObject = {};
  for (const selection of requires) {
    if (selection.kind === 'FragmentSpread') throw new Error('A plan requires a named fragment.');
    if (selection.kind === 'InlineFragment') {
      if (selection.skipIf !== undefined && variables[selection.skipIf] === true) continue;
      if (selection.includeIf !== undefined && variables[selection.includeIf] !== true) continue;
      const typename = value['__typename'];
      if (typeof typename === 'string' && !types.satisfies(typename, selection.typeCondition)) continue;
      const inner = select(value, selection.selections, variables, types);
      if (inner === undefined) return undefined;
      Object.assign(selected, inner);
      continue;
    }
    // Here `name` is the key in what was fetched and `alias` the one to send; the other way round everywhere else.
    const found = Object.hasOwn(value, selection.name) ? nested(value[selection.name], selection.selections, variables, types) : undefined;
    if (found === undefined) return undefined;
    selected[selection.alias ?? selection.name] = found;
  }
  return selected;
}

function nested(
  value: unknown,
  requires: readonly RequiresSelection[] | undefined,
  variables: Readonly<JsonObject>,
  types: TypeConditions,
): unknown {
  if (requires === undefined || requires.length === 0) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => nested(item, requires, variables, types));
    return items.includes(undefined) ? undefined : items;
  }
  return isObject(value) ? select(value, requires, variables, types) : value;
}
