/** The parts of a response that the errors are about. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[] | undefined }[] | undefined;
}

/**
 * The nulls that errors explain, each once. Where a null moved up to a parent the specification leaves open which of the errors below are
 * told, so only the place that became null counts.
 */
export function explainedNulls({ data, errors }: Answer): readonly string[] {
  return [...new Set((errors ?? []).map(({ path }) => (path === undefined ? 'no place' : JSON.stringify(nullAbove(data, path)))))].sort();
}

function nullAbove(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null) return path.slice(0, depth);
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return path;
}
