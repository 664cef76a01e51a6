/**
 * The global id of a thing: its type and key in one, `Project:79@2025-07-01/DA-2026-001`. Clients treat it as opaque; people who read a
 * log do not have to.
 */
export function nodeId(typename: string, id: string): string {
  return `${typename}:${id}`;
}

/** The parts of a global id; null for what is none. */
export function fromNodeId(text: string): { readonly typename: string; readonly id: string } | null {
  const colon = text.indexOf(':');
  return colon <= 0 || colon === text.length - 1 ? null : { typename: text.slice(0, colon), id: text.slice(colon + 1) };
}
