/** An object as subgraphs send it. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy that shares nothing with the original; for values that came out of JSON. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (!isObject(value)) return value;
  const copied: JsonObject = {};
  for (const key of Object.keys(value)) copied[key] = copy(value[key]);
  return copied as T;
}
