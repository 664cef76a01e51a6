import type { IncomingMessage, ServerResponse } from 'node:http';

const methods = 'GET, POST';
/** What clients of GraphQL send; a page cannot make a browser send any other header with its request. */
const headers = 'accept, apollo-require-preflight, authorization, content-type, last-event-id, traceparent, x-requested-with';
const exposed = 'retry-after, x-request-id';
/** Browsers ask again after ten minutes. */
const rememberSeconds = '600';

/**
 * Lets scripts of listed origins read answers; browsers keep them from all others. Cookies are never allowed across origins: such a page
 * sends `Authorization`.
 * @returns Whether the request was a browser's question beforehand, and is answered.
 */
export function answerCors(request: IncomingMessage, response: ServerResponse, origins: ReadonlySet<string>): boolean {
  const { origin } = request.headers;
  if (origins.size > 0) response.setHeader('vary', 'Origin');
  const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (origin !== undefined && origins.has(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', exposed);
    if (preflight) {
      response.setHeader('access-control-allow-methods', methods);
      response.setHeader('access-control-allow-headers', headers);
      response.setHeader('access-control-max-age', rememberSeconds);
    }
  }
  if (preflight) response.writeHead(204).end();
  return preflight;
}
