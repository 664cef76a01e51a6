/**
 * Why a system gave no usable answer:
 * - `unreachable`: no connection, or it broke;
 * - `timeout`: not within its time;
 * - `rejected`: it answered with an error, or refused our credential;
 * - `garbage`: it answered something that cannot be read;
 * - `too-large`: more than we read;
 * - `busy`: too many calls wait for it already;
 * - `resting`: it failed too often and is left alone for a while.
 */
export type FailureKind = 'unreachable' | 'timeout' | 'rejected' | 'garbage' | 'too-large' | 'busy' | 'resting';

/** The detail is for operators: it names no address, credential or content. */
export class SystemFailure extends Error {
  readonly kind: FailureKind;
  /** HTTP status, when it was one. */
  readonly status: number | undefined;

  constructor(kind: FailureKind, detail: string, status?: number) {
    super(detail);
    this.name = 'SystemFailure';
    this.kind = kind;
    this.status = status;
  }
}

const timeoutCodes = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT', '57014']);

/** What any error of a call means. Error codes are kept, messages are not: drivers put addresses and content into them. */
export function asFailure(error: unknown): SystemFailure {
  if (error instanceof SystemFailure) return error;
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  const word = typeof code === 'string' ? code : typeof name === 'string' ? name : 'error';
  if (name === 'TimeoutError' || name === 'AbortError' || timeoutCodes.has(word)) return new SystemFailure('timeout', 'no answer in time');
  // PostgreSQL says what it thinks in five characters; classes 08 and 57 are about the connection.
  if (/^[0-9A-Z]{5}$/.test(word) && /\d/.test(word) && !/^(08|57)/.test(word)) return new SystemFailure('rejected', `SQLSTATE ${word}`);
  return new SystemFailure('unreachable', word);
}
