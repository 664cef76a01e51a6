/** One thing wrong with a system's file or with the system itself, in words its operator understands. */
export interface Mistake {
  /** Where in the file, such as `reads[0].fields[2].type`; empty for the file as a whole. */
  readonly where: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** Collects mistakes; whoever checks goes on after one, so that an operator sees all of them at once. */
export class Mistakes {
  readonly list: Mistake[] = [];

  add(where: string, code: string, vi: string, en: string): void {
    this.list.push({ where, code, vi, en });
  }
}

/** One line per language, for a terminal or a log. */
export function wording(mistake: Mistake, file?: string): { readonly vi: string; readonly en: string } {
  const place = [file, mistake.where].filter((part) => part !== undefined && part !== '').join(': ');
  const head = place === '' ? '' : `${place}: `;
  return { vi: `${head}${mistake.vi}`, en: `${head}${mistake.en} [${mistake.code}]` };
}
