import type { IncomingMessage } from 'node:http';

/** A page cannot make a browser send these to another site without that site's consent. */
const headers = [
  'x-requested-with',
  'x-regionlink-csrf',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'graphql-require-preflight',
];

/**
 * True for a GET that another site may have made a browser send with the user's cookie. A POST is safe by its JSON
 * content type, and a request without a cookie has nothing another site could borrow.
 */
export function mayBeForged(request: IncomingMessage): boolean {
  if (request.method !== 'GET' || request.headers.cookie === undefined) return false;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return false;
  return !headers.some((name) => request.headers[name] !== undefined);
}
