import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GraphQLError } from 'graphql';
import { Lru } from '../engine/lru.js';

/** Texts clients registered by sending them once (automatic persisted queries). */
const registered = 5_000;
const digest = /^[0-9a-f]{64}$/;

/** Documents known by the SHA-256 of their text. */
export class PersistedDocuments {
  readonly #stored: ReadonlyMap<string, string>;
  readonly #texts: ReadonlySet<string>;
  readonly #registered = new Lru<string, string>(registered);
  readonly #only: boolean;

  /** @param only refuse every text that is not stored. */
  constructor(stored: ReadonlyMap<string, string> = new Map(), only = false) {
    this.#stored = stored;
    this.#texts = new Set(stored.values());
    this.#only = only;
  }

  /**
   * The text to run for a request that carries a text, a digest or both.
   * @throws GraphQLError when the digest is unknown or not the text's, or the text may not be run here.
   */
  resolve(text: string | undefined, hash: string | undefined): string | undefined {
    if (hash === undefined) {
      if (text !== undefined && this.#only && !this.#texts.has(text)) throw refused();
      return text;
    }
    if (!digest.test(hash)) throw fault('A document is named by 64 hexadecimal digits.', 'PERSISTED_QUERY_INVALID');
    const known = this.#stored.get(hash) ?? this.#registered.get(hash);
    if (known !== undefined) return known;
    // The message and code Apollo's and urql's clients wait for before they send the text.
    if (text === undefined) throw fault('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
    if (this.#only) throw refused();
    if (sha256(text) !== hash) throw fault('The digest is not that of the document.', 'PERSISTED_QUERY_MISMATCH');
    this.#registered.set(hash, text);
    return text;
  }
}

/** Reads the store. @throws Error naming the first entry whose digest is not that of its text. */
export async function readPersistedDocuments(file: string): Promise<ReadonlyMap<string, string>> {
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Error(`${file} must hold an object of digests and texts.`);
  const stored = new Map<string, string>();
  for (const [hash, text] of Object.entries(parsed)) {
    if (typeof text !== 'string' || sha256(text) !== hash) throw new Error(`${file}: "${hash}" is not the SHA-256 of its text.`);
    stored.set(hash, text);
  }
  return stored;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refused(): GraphQLError {
  return fault('Only documents stored beforehand are answered here.', 'PERSISTED_QUERY_REQUIRED');
}

function fault(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
