import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { respond } from './respond.js';

// From dist/src/http to the package.
const folder = new URL('../../../assets/graphiql/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  'graphiql.min.js': 'text/javascript; charset=utf-8',
  'graphiql.min.css': 'text/css; charset=utf-8',
  'react.production.min.js': 'text/javascript; charset=utf-8',
  'react-dom.production.min.js': 'text/javascript; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
};

const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>RegionLink · GraphQL</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/graphiql/graphiql.min.css">
<style>body { margin: 0 } #graphiql { height: 100vh }</style>
<div id="graphiql">Trang này cần JavaScript. · This page needs JavaScript.</div>
<script src="/graphiql/react.production.min.js"></script>
<script src="/graphiql/react-dom.production.min.js"></script>
<script src="/graphiql/graphiql.min.js"></script>
<script src="/graphiql/start.js"></script>
</html>
`;

/** The page people explore the graph with; everything it needs comes from this process. */
export function showPage(response: ServerResponse): void {
  respond(response, 200, 'text/html; charset=utf-8', page, { 'content-security-policy': policy });
}

/** False when there is no such file. */
export async function showAsset(name: string, response: ServerResponse): Promise<boolean> {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) return false;
  respond(response, 200, type, await readFile(new URL(name, folder), 'utf8'), { 'cache-control': 'public, max-age=86400' });
  return true;
}
