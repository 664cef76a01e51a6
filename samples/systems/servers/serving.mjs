import { createServer } from 'node:http';

/**
 * Serves on a free port of this machine and says the port on standard output, for whoever started it.
 * @param {(request: import('node:http').IncomingMessage, body: string) => Answer | Promise<Answer>} answer
 * @typedef {{ status?: number, type?: string, body: string }} Answer
 */
export function serve(answer) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { status = 200, type = 'application/json; charset=utf-8', body: text } = await answer(request, body);
    response.writeHead(status, { 'content-type': type }).end(text);
  });
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`);
  });
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  // Ends with whoever started it, even when that is killed.
  process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
}

/** Made-up but steady numbers: the same text gives the same number, from 0 to below `bound`. */
export function steady(text, bound) {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
  return hash % bound;
}

/** Every day of a period, ISO. */
export function days(from, to) {
  const list = [];
  for (let day = new Date(`${from}T00:00:00Z`); day <= new Date(`${to}T00:00:00Z`) && list.length < 1000; day = new Date(day.getTime() + 86_400_000)) {
    list.push(day.toISOString().slice(0, 10));
  }
  return list;
}
