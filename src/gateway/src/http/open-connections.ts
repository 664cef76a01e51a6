import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Knows which connections have a request on them. Node counts one that never sent any, as browsers open in advance, among the busy ones, and
 * a server that stops would wait for it until its patience ends.
 */
export class OpenConnections {
  readonly #requests = new Map<Socket, number>();
  #closing = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#requests.set(socket, 0);
      socket.once('close', () => this.#requests.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.#count(socket, 1);
      response.once('close', () => this.#count(socket, -1));
    });
  }

  /** Ends the quiet connections now, and each other one when it has answered. */
  close(): void {
    this.#closing = true;
    for (const socket of this.#requests.keys()) this.#endIfQuiet(socket);
  }

  #count(socket: Socket, change: number): void {
    const requests = this.#requests.get(socket);
    if (requests === undefined) return;
    this.#requests.set(socket, requests + change);
    if (this.#closing) this.#endIfQuiet(socket);
  }

  #endIfQuiet(socket: Socket): void {
    if (this.#requests.get(socket) === 0) socket.end(() => socket.destroy());
  }
}
