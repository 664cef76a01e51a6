import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import type { Subgraph } from '../engine/subgraph.js';

export type Composition =
  | { readonly ok: true; readonly supergraphSdl: string }
  /** Every reason, each `CODE: message`, e.g. `INVALID_FIELD_SHARING: …`. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** `url` is only for gateways that read it from the supergraph; ours asks the subgraph itself. */
export type Part = Pick<Subgraph, 'name' | 'sdl'> & { readonly url?: string };

/** Makes one supergraph of the subgraphs' SDL. A subgraph whose SDL does not parse is one of the problems. */
export function compose(subgraphs: readonly Part[]): Composition {
  const problems: string[] = [];
  const services = subgraphs.flatMap(({ name, sdl, url = '' }) => {
    try {
      return [{ name, url, typeDefs: parse(sdl) }];
    } catch (error) {
      problems.push(`INVALID_GRAPHQL: [${name}] ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  if (problems.length > 0) return { ok: false, problems };
  try {
    const result = composeServices(services);
    if (result.errors !== undefined) return { ok: false, problems: result.errors.map(describe) };
    return { ok: true, supergraphSdl: result.supergraphSdl };
  } catch (error) {
    return { ok: false, problems: [`COMPOSITION_FAILED: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

function describe(error: { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }): string {
  const code = error.extensions?.['code'];
  return `${typeof code === 'string' ? code : 'INVALID'}: ${error.message}`;
}
