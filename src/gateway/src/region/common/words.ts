/** Between the API's words (`notComputable`) and the enum values of the graph (`NOT_COMPUTABLE`). */
export interface Words {
  toGraph(word: string): string;
  toApi(value: string): string;
}

/** camelCase to UPPER_CASE and back. */
export const words: Words = {
  toGraph: (word) => word.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase(),
  toApi: (value) => value.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
};

/** The same on both sides: `A01`. */
export const verbatim: Words = { toGraph: (word) => word, toApi: (value) => value };

/** Words without a rule. */
export function wordList(pairs: Readonly<Record<string, string>>): Words {
  const back = Object.fromEntries(Object.entries(pairs).map(([word, value]) => [value, word]));
  return { toGraph: (word) => pairs[word] ?? word, toApi: (value) => back[value] ?? value };
}
