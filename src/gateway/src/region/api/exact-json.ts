import { randomUUID } from 'node:crypto';

/** A number of JSON as it was written, where a double would not hold all its digits. */
const sixteenDigits = /[\d.]{16,}/;
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const mostExactDigits = 15;

/** Parses JSON; a number with more digits than a double holds exactly becomes its text, everything else is as `JSON.parse` gives it. */
export function parseExact(text: string): unknown {
  return JSON.parse(sixteenDigits.test(text) ? text.replace(token, quotedWhenLong) : text);
}

function quotedWhenLong(found: string): string {
  if (found.startsWith('"')) return found;
  return found.replace(/[-.]|[eE].*$/g, '').length > mostExactDigits ? `"${found}"` : found;
}

/** A number to be sent with exactly these digits. */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

// Not to be guessed by who sends texts through here.
const mark = randomUUID();
const marked = new RegExp(`"${mark}(-?[\\d.]+)"`, 'g');

/** Writes JSON with every `ExactNumber` as a number. */
export function writeExact(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (part instanceof ExactNumber ? mark + part.text : part));
  return text.replace(marked, '$1');
}
