import { GraphQLError, type ExecutionResult, type GraphQLFormattedError, type GraphQLScalarType } from 'graphql';
import type { RequestContext } from '../engine/request-context.js';
import type { Subgraph, SubgraphResult } from '../engine/subgraph.js';
import { compiler } from './compile.js';
import { resolveEntities } from './entities.js';
import { localSchema, withFederationLink, type EntityResolver, type Resolvers } from './local-schema.js';

export interface LocalSubgraphOptions {
  readonly name: string;
  /** Federation v2 SDL. Without a `@link` the usual directives are imported. */
  readonly sdl: string;
  readonly resolvers?: Resolvers;
  /** One per type (or interface) with a `@key` that other subgraphs may refer to. */
  readonly entities?: Readonly<Record<string, EntityResolver>>;
  /** Implementations of the scalars the SDL declares; others pass values through. */
  readonly scalars?: readonly GraphQLScalarType[];
  /** Told about failures that were not thrown as a `GraphQLError`; the client sees only "Internal error". */
  readonly onUnexpected?: (error: unknown, context: RequestContext) => void;
  readonly close?: () => Promise<void>;
  /** Documents kept ready. Default 2,000: fetches come from cached plans, so few are live at a time. */
  readonly keptDocuments?: number;
}

/** A subgraph executed in this process by compiled operations. */
export function localSubgraph(options: LocalSubgraphOptions): Subgraph {
  const entities = options.entities ?? {};
  const sdl = withFederationLink(options.sdl);
  const schema = localSchema(sdl, options.resolvers ?? {}, entities, options.scalars ?? []);
  resolveEntities(schema, sdl, entities);
  const compile = compiler(schema, options.keptDocuments ?? 2_000);
  const visible = (result: ExecutionResult, context: RequestContext): SubgraphResult => present(result, context, options.onUnexpected);

  return {
    name: options.name,
    sdl,
    async exec(document, variables, context) {
      const query = compile(document);
      return visible(await query.query(context, variables), context);
    },
    async *subscribe(document, variables, context) {
      const query = compile(document);
      const events = await query.subscribe(context, variables);
      if (!(Symbol.asyncIterator in events)) {
        yield visible(events, context);
        return;
      }
      for await (const event of events) yield visible(event, context);
    },
    ...(options.close === undefined ? {} : { close: options.close }),
  };
}

function present(result: ExecutionResult, context: RequestContext, onUnexpected: LocalSubgraphOptions['onUnexpected']): SubgraphResult {
  if (result.errors === undefined || result.errors.length === 0) return { data: result.data ?? null };
  return { data: result.data ?? null, errors: result.errors.map((error) => presentError(error, context, onUnexpected)) };
}

function presentError(
  error: GraphQLError,
  context: RequestContext,
  onUnexpected: LocalSubgraphOptions['onUnexpected'],
): GraphQLFormattedError {
  const cause = error.originalError;
  const path = error.path === undefined ? {} : { path: error.path };
  if (cause === undefined || cause instanceof GraphQLError) {
    const extensions = cause instanceof GraphQLError ? cause.extensions : error.extensions;
    return { message: error.message, ...path, extensions: { ...extensions } };
  }
  onUnexpected?.(cause, context);
  return { message: 'Internal error.', ...path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
