import type { Mistakes } from './mistake.js';

type Json = Readonly<Record<string, unknown>>;

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly byDefault: number;
}

/** Reads a JSON object field by field. Every fault is noted with its place; what nobody asked for is a fault too. */
export class CheckedObject {
  readonly #values: Json;
  readonly #asked = new Set<string>();
  readonly where: string;
  readonly mistakes: Mistakes;

  constructor(value: unknown, where: string, mistakes: Mistakes) {
    this.where = where;
    this.mistakes = mistakes;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      this.#values = value as Json;
    } else {
      this.#values = {};
      this.note('', 'system.field-unreadable', 'phải là một đối tượng { … }.', 'must be an object { … }.');
    }
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  note(name: string, code: string, vi: string, en: string): void {
    this.mistakes.add(this.#at(name), code, vi, en);
  }

  /** A text that must be there; empty when it is not. */
  text(name: string, pattern?: RegExp, shape?: { readonly vi: string; readonly en: string }): string {
    const value = this.#take(name);
    if (value === undefined) {
      this.note(name, 'system.field-missing', 'thiếu.', 'is missing.');
      return '';
    }
    if (typeof value !== 'string' || value.trim() === '') {
      this.note(name, 'system.field-unreadable', 'phải là một chuỗi không rỗng.', 'must be a text that is not empty.');
      return '';
    }
    if (pattern !== undefined && !pattern.test(value)) {
      this.note(
        name,
        'system.field-unreadable',
        `“${value}” không đúng dạng${shape === undefined ? '' : `: ${shape.vi}`}.`,
        `“${value}” does not have the right form${shape === undefined ? '' : `: ${shape.en}`}.`,
      );
    }
    return value;
  }

  optionalText(name: string, pattern?: RegExp, shape?: { readonly vi: string; readonly en: string }): string | undefined {
    return this.has(name) ? this.text(name, pattern, shape) : undefined;
  }

  /** One of the words; the first of them when it is missing and need not be there. */
  word<T extends string>(name: string, words: readonly [T, ...T[]], byDefault?: T): T {
    const value = this.#take(name);
    if (value === undefined && byDefault !== undefined) return byDefault;
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const list = words.join(', ');
    if (value === undefined) this.note(name, 'system.field-missing', `thiếu; chọn: ${list}.`, `is missing; one of: ${list}.`);
    else
      this.note(
        name,
        'system.field-unreadable',
        `${JSON.stringify(value)} không dùng được; chọn: ${list}.`,
        `${JSON.stringify(value)} cannot be used; one of: ${list}.`,
      );
    return words[0];
  }

  number(name: string, range: NumberRange): number {
    const value = this.#take(name);
    if (value === undefined) return range.byDefault;
    if (typeof value === 'number' && Number.isInteger(value) && value >= range.min && value <= range.max) return value;
    this.note(
      name,
      'system.field-unreadable',
      `phải là số nguyên từ ${range.min} đến ${range.max}.`,
      `must be a whole number from ${range.min} to ${range.max}.`,
    );
    return range.byDefault;
  }

  flag(name: string): boolean {
    const value = this.#take(name);
    if (value === undefined || typeof value === 'boolean') return value === true;
    this.note(name, 'system.field-unreadable', 'phải là true hoặc false.', 'must be true or false.');
    return false;
  }

  /** Vietnamese and English; both are needed. */
  bothLanguages(name: string): { readonly vi: string; readonly en: string } {
    const inner = this.object(name);
    if (inner === undefined) return { vi: '', en: '' };
    const texts = { vi: inner.text('vi'), en: inner.text('en') };
    inner.noteUnknown();
    return texts;
  }

  object(name: string): CheckedObject | undefined {
    if (this.has(name)) return this.optionalObject(name);
    this.note(name, 'system.field-missing', 'thiếu.', 'is missing.');
    return undefined;
  }

  optionalObject(name: string): CheckedObject | undefined {
    const value = this.#take(name);
    return value === undefined ? undefined : new CheckedObject(value, this.#at(name), this.mistakes);
  }

  /** Texts by name, such as fixed filters; empty when missing. */
  texts(name: string): Readonly<Record<string, string>> {
    const value = this.#take(name);
    if (value === undefined) return {};
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isMap && Object.values(value).every((v) => typeof v === 'string')) return value as Record<string, string>;
    this.note(name, 'system.field-unreadable', 'phải là các cặp "tên": "giá trị".', 'must be pairs of "name": "value".');
    return {};
  }

  objects(name: string, atLeast = 0): readonly CheckedObject[] {
    const value = this.#take(name);
    if (value === undefined && atLeast === 0) return [];
    if (!Array.isArray(value) || value.length < atLeast) {
      this.note(
        name,
        value === undefined ? 'system.field-missing' : 'system.field-unreadable',
        `phải là danh sách có ít nhất ${atLeast} phần tử.`,
        `must be a list of at least ${atLeast}.`,
      );
      return [];
    }
    return value.map((item, i) => new CheckedObject(item, `${this.#at(name)}[${i}]`, this.mistakes));
  }

  strings(name: string): readonly string[] {
    const value = this.#take(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    this.note(name, 'system.field-unreadable', 'phải là danh sách chuỗi.', 'must be a list of texts.');
    return [];
  }

  /** Call last: notes every field nobody asked for, so that a misspelt one does not go unread in silence. */
  noteUnknown(): void {
    for (const name of Object.keys(this.#values)) {
      if (!this.#asked.has(name) && !name.startsWith('$')) {
        this.note(
          name,
          'system.field-unknown',
          'không có trường tên này; xem lại chính tả.',
          'there is no field of this name; check its spelling.',
        );
      }
    }
  }

  #take(name: string): unknown {
    this.#asked.add(name);
    return this.#values[name];
  }

  #at(name: string): string {
    if (name === '') return this.where;
    return this.where === '' ? name : `${this.where}.${name}`;
  }
}
