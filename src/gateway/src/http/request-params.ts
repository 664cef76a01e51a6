import { parseRequestParams, type ParseRequestParams, type Request, type RequestParams, type Response } from 'graphql-http';
import type { PersistedDocuments } from './persisted-documents.js';

/** The standard reading of a request, after a document's digest was replaced by its text. */
export function paramsParser<Raw, Context>(documents: PersistedDocuments): ParseRequestParams<Raw, Context> {
  return async (request) => {
    const carried = request.method === 'GET' ? fromUrl(request.url) : fromBody(request);
    const text = typeof carried.query === 'string' ? carried.query : undefined;
    const resolved = documents.resolve(text, digestOf(carried));
    if (resolved === undefined || resolved === text) return parseRequestParams(request);
    return parseRequestParams(withText(request, carried, resolved));
  };
}

type Carried = Readonly<Record<string, unknown>> & { readonly query?: unknown };

/** Unreadable requests carry nothing here; the standard reading then says what is wrong. */
function fromBody(request: Request<unknown, unknown>): Carried {
  try {
    const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : request.body;
    return typeof body === 'object' && body !== null ? (body as Carried) : {};
  } catch {
    return {};
  }
}

function fromUrl(url: string): Carried {
  const search = new URLSearchParams(url.split('?')[1] ?? '');
  const carried: Record<string, unknown> = {};
  for (const name of ['query', 'documentId', 'operationName', 'variables', 'extensions']) {
    const value = search.get(name);
    if (value !== null) carried[name] = value;
  }
  return carried;
}

/** `documentId` of the GraphQL over HTTP drafts, or the extension of automatic persisted queries. */
function digestOf(carried: Carried): string | undefined {
  const id = carried['documentId'];
  if (typeof id === 'string') return id.replace(/^sha256:/, '');
  let extensions = carried['extensions'];
  try {
    if (typeof extensions === 'string') extensions = JSON.parse(extensions);
  } catch {
    return undefined;
  }
  const persisted = (extensions as { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null | undefined)?.persistedQuery;
  return typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash : undefined;
}

function withText<Raw, Context>(request: Request<Raw, Context>, carried: Carried, query: string): Request<Raw, Context> {
  if (request.method !== 'GET') return { ...request, body: { ...carried, query } };
  const search = new URLSearchParams(request.url.split('?')[1] ?? '');
  search.set('query', query);
  return { ...request, url: `${request.url.split('?')[0] ?? ''}?${search.toString()}` };
}

export type { RequestParams };

/** True for an answer `graphql-http` made itself, e.g. 415. */
export function isResponse(value: unknown): value is Response {
  return Array.isArray(value);
}
