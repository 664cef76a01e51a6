import type { ServerResponse } from 'node:http';

/** A refusal before any GraphQL was read, in GraphQL's own form so that every client can show it. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  respond(response, status, 'application/json; charset=utf-8', JSON.stringify({ errors: [{ message, extensions: { code } }] }), headers);
}

export function respond(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}
