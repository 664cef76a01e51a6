import { GraphQLError } from 'graphql';

/** A reason why something was not done: a stable code with its texts. */
export interface Refusal {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** The field or parameter it is about; null when it is about none. */
  readonly field: string | null;
}

/** What the API answered instead of what was asked. */
export interface Problem {
  readonly status: number;
  readonly refusals: readonly Refusal[];
}

export const unavailable: Refusal = {
  code: 'source.unavailable',
  vi: 'Nguồn dữ liệu của vùng tạm thời không trả lời; hãy thử lại sau.',
  en: 'The region’s own data cannot be reached for now; try again later.',
  field: null,
};

const unexpected: Refusal = {
  code: 'source.failed',
  vi: 'Nguồn dữ liệu của vùng trả lời không như quy ước.',
  en: 'The region’s own data was not answered as agreed.',
  field: null,
};

/** Reads a problem answer; whatever else came instead is never shown. */
export function problemOf(status: number, body: unknown): Problem {
  if (status === 502 || status === 503 || status === 504) return { status, refusals: [unavailable] };
  const refusals = (body as { readonly refusals?: unknown } | null)?.refusals;
  const known = Array.isArray(refusals) ? refusals.filter(isRefusal) : [];
  // A bug of the API is nothing a client can act upon.
  return { status, refusals: status < 400 || status >= 500 || known.length === 0 ? [unexpected] : known };
}

function isRefusal(value: unknown): value is Refusal {
  const refusal = value as Partial<Refusal> | null;
  return typeof refusal?.code === 'string' && typeof refusal.vi === 'string' && typeof refusal.en === 'string';
}

/** The error a field carries: the code of the first reason, the texts of all. */
export function errorOf(problem: Problem): GraphQLError {
  const first = problem.refusals[0] ?? unexpected;
  return new GraphQLError(`${first.vi} / ${first.en}`, {
    extensions: {
      code: first.code,
      refusals: problem.refusals.map(({ code, vi, en, field }) => ({ code, vi, en, field })),
    },
  });
}

export function unavailableError(): GraphQLError {
  return errorOf({ status: 503, refusals: [unavailable] });
}

/** A fault of the arguments that is noticed before the API is asked. */
export function argumentError(field: string, vi: string, en: string): GraphQLError {
  return errorOf({ status: 400, refusals: [{ code: 'request.parameter-unreadable', vi, en, field }] });
}
