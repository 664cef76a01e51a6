import { GraphQLError, parse, type ExecutionResult, type GraphQLFormattedError, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { Lru } from '../engine/lru.js';
import type { RequestContext } from '../engine/request-context.js';
import type { Subgraph, SubgraphResult } from '../engine/subgraph.js';
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
}

/** Operations compiled per subgraph. Fetches come from cached plans, so few are live at a time. */
const compiledOperations = 2_000;

/** A subgraph executed in this process by compiled operations. */
export function localSubgraph(options: LocalSubgraphOptions): Subgraph {
  const entities = options.entities ?? {};
  const sdl = withFederationLink(options.sdl);
  const schema = localSchema(sdl, options.resolvers ?? {}, entities, options.scalars ?? []);
  resolveEntities(schema, sdl, entities);
  const compile = compiler(schema);
  const visible = (result: ExecutionResult, context: RequestContext): SubgraphResult => present(result, context, options.onUnexpected);

  return {
    name: options.name,
    sdl,
    async exec(document, variables, context) {
      const query = compile(document);
      return visible(await query.query(undefined, context, variables), context);
    },
    async *subscribe(document, variables, context) {
      const query = compile(document);
      if (query.subscribe === undefined) throw new Error('Not a subscription.');
      const events = await query.subscribe(undefined, context, variables);
      if (!(Symbol.asyncIterator in events)) {
        yield visible(events, context);
        return;
      }
      for await (const event of events) yield visible(event, context);
    },
    ...(options.close === undefined ? {} : { close: options.close }),
  };
}

function compiler(schema: GraphQLSchema): (document: string) => CompiledQuery {
  const cache = new Lru<string, CompiledQuery>(compiledOperations);
  return (document) => {
    const known = cache.get(document);
    if (known !== undefined) return known;
    const compiled = compileQuery(schema, parse(document), undefined, { disablingCapturingStackErrors: true });
    if (!isCompiledQuery(compiled)) {
      throw new GraphQLError(compiled.errors?.[0]?.message ?? 'The operation cannot be compiled.');
    }
    cache.set(document, compiled);
    return compiled;
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
