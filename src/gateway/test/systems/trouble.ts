import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

export type Mood = 'well' | 'slow' | 'garbage' | 'huge' | 'gone';

export const slowMs = 10_000;
const hugeBytes = 10 * 1024 * 1024;

/** Stands before a system and misbehaves on demand, below any protocol. */
export class Trouble {
  mood: Mood = 'well';
  connections = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async before(port: number): Promise<Trouble> {
    const trouble = new Trouble(createServer());
    trouble.#server.on('connection', (socket) => trouble.#serve(socket, port));
    trouble.#server.listen(0, '127.0.0.1');
    await once(trouble.#server, 'listening');
    return trouble;
  }

  get port(): number {
    return (this.#server.address() as { port: number }).port;
  }

  /** Open connections are cut, so that the next call meets the new mood. */
  become(mood: Mood): void {
    this.mood = mood;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.become('gone');
    this.#server.close();
  }

  #serve(socket: Socket, port: number): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
    switch (this.mood) {
      case 'gone':
        socket.destroy();
        break;
      case 'garbage':
        socket.once('data', () => socket.end('\u0001\u0002 nonsense, neither this nor that\r\n\r\n'));
        break;
      case 'huge':
        socket.once('data', (first: Buffer) => this.#flood(socket, first));
        break;
      case 'slow':
      case 'well': {
        const upstream = createConnection({ host: '127.0.0.1', port });
        upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy());
        socket.on('close', () => upstream.destroy());
        const wait = this.mood === 'slow' ? pause(slowMs, undefined, { ref: false }) : Promise.resolve();
        void wait.then(() => socket.pipe(upstream).pipe(socket));
      }
    }
  }

  /** Ten megabytes of a well-formed answer, as far as it goes. */
  #flood(socket: Socket, first: Buffer): void {
    if (/^(GET|POST) /.test(first.toString('latin1')))
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${hugeBytes}\r\n\r\n[`);
    else socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0])); // PostgreSQL: "authenticated"
    socket.end(Buffer.alloc(hugeBytes, '1'));
  }
}
