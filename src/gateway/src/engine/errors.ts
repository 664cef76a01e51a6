import type { GraphQLFormattedError } from 'graphql';

export type ErrorPath = readonly (string | number)[];

/** Errors of one response after which further ones are only counted: a broken system can fail at every row. */
const shownErrors = 100;

/** Extensions in which servers are known to send stacks, queries or addresses. */
const internal = new Set([
  'stacktrace',
  'stackTrace',
  'exception',
  'debugMessage',
  'trace',
  'http',
  'request',
  'response',
  'serviceName',
  'query',
  'url',
]);

/** The errors of one response, in the client's terms. */
export class ErrorList {
  #errors: GraphQLFormattedError[] = [];
  #left = 0;

  add(error: GraphQLFormattedError): void {
    if (this.#errors.length < shownErrors) this.#errors.push(error);
    else this.#left++;
  }

  /** An error a subgraph sent, at a place of the client's; nothing internal of the subgraph goes with it. */
  addFrom(subgraph: string, error: GraphQLFormattedError, path: ErrorPath | undefined): void {
    const extensions: Record<string, unknown> = { code: 'DOWNSTREAM_SERVICE_ERROR', subgraph };
    for (const [key, value] of Object.entries(error.extensions ?? {})) if (!internal.has(key)) extensions[key] = value;
    this.add({ message: error.message, ...(path === undefined ? {} : { path }), extensions });
  }

  /** Drops what is at or below a field that the client's `@skip` or `@include` left out: a plan may fetch more than its condition says. */
  forget(path: ErrorPath): void {
    if (this.#errors.length === 0) return;
    this.#errors = this.#errors.filter(({ path: of }) => of === undefined || of.length < path.length || !overlap(of, path));
  }

  /** True when a null at `path` has been accounted for: by an error there, below it, above it, or one without a place. */
  covers(path: ErrorPath): boolean {
    return this.#errors.some((error) => error.path === undefined || overlap(error.path, path));
  }

  /** Undefined when there are none, as the response must not have the key then. */
  list(): readonly GraphQLFormattedError[] | undefined {
    if (this.#errors.length === 0) return undefined;
    if (this.#left === 0) return this.#errors;
    return [...this.#errors, { message: `${this.#left} further errors are not shown.`, extensions: { code: 'ERRORS_LEFT_OUT' } }];
  }
}

function overlap(a: ErrorPath, b: ErrorPath): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}
