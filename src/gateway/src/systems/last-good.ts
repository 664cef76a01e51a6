import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a system last answered, and when (milliseconds). */
export interface Kept<T> {
  readonly at: number;
  readonly value: T;
}

const mostEntries = 20_000;
const writePauseMs = 250;
const slackLines = 1_000;

/**
 * The last good answers of one system, in memory and in a file of one line per answer. The file is appended to, and written anew when
 * most of it is superseded; a line cut off by a crash is skipped. It is a convenience: without a writable folder values live as long as
 * the process.
 */
export class LastGood<T> {
  readonly #file: string | undefined;
  readonly #keepMs: number;
  readonly #entries = new Map<string, Kept<T>>();
  #pending: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #lines = 0;

  constructor(file: string | undefined, keepHours: number) {
    this.#keepMs = keepHours * 3_600_000;
    this.#file = file === undefined || keepHours === 0 ? undefined : file;
    if (this.#file !== undefined) this.#read(this.#file);
  }

  get(key: string): Kept<T> | undefined {
    const kept = this.#entries.get(key);
    return kept !== undefined && kept.at >= Date.now() - this.#keepMs ? kept : undefined;
  }

  put(key: string, value: T, at: number): void {
    this.#remember(key, { at, value });
    if (this.#file === undefined) return;
    this.#pending.push(JSON.stringify({ key, at, value }));
    this.#timer ??= setTimeout(() => this.flush(), writePauseMs).unref();
  }

  /** Writes what is pending now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#file === undefined || this.#pending.length === 0) return;
    const lines = this.#pending;
    this.#pending = [];
    try {
      if (this.#lines + lines.length > 2 * this.#entries.size + slackLines) this.#writeAnew(this.#file);
      else {
        appendFileSync(this.#file, `${lines.join('\n')}\n`, { mode: 0o600 });
        this.#lines += lines.length;
      }
    } catch {
      // A full disk must not take the answers with it; they stay in memory.
    }
  }

  #remember(key: string, kept: Kept<T>): void {
    this.#entries.delete(key);
    this.#entries.set(key, kept);
    if (this.#entries.size > mostEntries) {
      const oldest = this.#entries.keys().next();
      if (oldest.done !== true) this.#entries.delete(oldest.value);
    }
  }

  #writeAnew(file: string): void {
    const lines = [...this.#entries].map(([key, kept]) => JSON.stringify({ key, ...kept }));
    writeFileSync(`${file}.new`, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    this.#lines = lines.length;
  }

  #read(file: string): void {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      rmSync(`${file}.new`, { force: true });
      if (!existsSync(file)) return;
      const content = readFileSync(file, 'utf8');
      for (const line of content.split('\n')) this.#readLine(line);
      if (content !== '' && !content.endsWith('\n')) appendFileSync(file, '\n');
    } catch {
      // Unreadable or unwritable: start with nothing.
    }
  }

  #readLine(line: string): void {
    if (line === '') return;
    this.#lines += 1;
    try {
      const { key, at, value } = JSON.parse(line) as { readonly key?: unknown; readonly at?: unknown; readonly value?: T };
      if (typeof key === 'string' && typeof at === 'number' && at <= Date.now() && value !== undefined) this.#remember(key, { at, value });
    } catch {
      // Cut off when the process was killed.
    }
  }
}
