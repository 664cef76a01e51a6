import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './request-context.js';

/** What one subgraph answered to one operation; the shape of a GraphQL response. */
export interface SubgraphResult {
  /** Null or absent when nothing could be answered at all. */
  readonly data?: Record<string, unknown> | null;
  /** Safe to show a client: no address, query or stack in it. Paths are relative to the operation that was sent. */
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * One part of the graph: the region's own data, a province's system, or a foreign GraphQL server. The engine knows
 * nothing else of it, so what is in process and what is behind a network look the same.
 */
export interface Subgraph {
  /** Unique in the supergraph; letters, digits, `-` and `_`. Shown to clients in `extensions.sources`, never in errors. */
  readonly name: string;
  /** Federation v2 SDL, as composed. */
  readonly sdl: string;
  /**
   * Runs a query or mutation. May reject: the engine then answers one error and nulls. Must settle soon after
   * `context.signal` aborts.
   */
  exec(document: string, variables: Readonly<Record<string, unknown>>, context: RequestContext): Promise<SubgraphResult>;
  /** Runs a subscription; absent when the subgraph has none. Ends when `context.signal` aborts. */
  subscribe?(document: string, variables: Readonly<Record<string, unknown>>, context: RequestContext): AsyncIterable<SubgraphResult>;
  /** Frees pools and files after the last request of a replaced graph. */
  close?(): Promise<void>;
}
