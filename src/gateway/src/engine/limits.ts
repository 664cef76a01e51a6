/** What one operation may ask for. Checked before it is planned; a standard client's introspection fits. */
export interface OperationLimits {
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Fields inside fields, counted along fragments. */
  readonly depth: number;
  /** Fields written under another name, each counted as often as its fragment is used. */
  readonly aliases: number;
  /** Fields after all fragments are spread: what a small document with many spreads can grow to. */
  readonly fields: number;
  /** Items the lists asked for may hold together: the product of `first` and `last` along a path, summed over the lists. */
  readonly listCost: number;
}

export const defaultLimits: OperationLimits = { tokens: 4_000, depth: 18, aliases: 60, fields: 2_000, listCost: 50_000 };
