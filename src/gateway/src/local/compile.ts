import { execute, GraphQLError, Kind, parse, subscribe, visit, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { Lru } from '../engine/lru.js';
import type { RequestContext } from '../engine/request-context.js';

type Variables = Readonly<Record<string, unknown>>;

/** One operation of a local subgraph, ready to run. */
export interface Runnable {
  query(context: RequestContext, variables: Variables): Promise<ExecutionResult>;
  subscribe(context: RequestContext, variables: Variables): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}

interface Known {
  readonly document: DocumentNode;
  readonly interpreted: Runnable;
  compiled?: Runnable;
}

/** Reads each document once, and compiles it when it comes a second time: a text that holds its values is never seen again. */
export function compiler(schema: GraphQLSchema, keptDocuments: number): (document: string) => Runnable {
  const cache = new Lru<string, Known>(keptDocuments);
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return (known.compiled ??= compiledIfRight(schema, known));
    const document = parse(text, { noLocation: true });
    const runnable = interpreted(schema, document);
    cache.set(text, { document, interpreted: runnable });
    return runnable;
  };
}

function compiledIfRight(schema: GraphQLSchema, { document, interpreted }: Known): Runnable {
  return hasConditions(document) ? interpreted : compiled(schema, document);
}

function compiled(schema: GraphQLSchema, document: DocumentNode): Runnable {
  const code = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(code)) throw new GraphQLError(code.errors?.[0]?.message ?? 'The operation cannot be compiled.');
  return {
    query: async (context, variables) => code.query(undefined, context, variables),
    subscribe: async (context, variables) => {
      if (code.subscribe === undefined) throw new Error('Not a subscription.');
      return code.subscribe(undefined, context, variables);
    },
  };
}

/** The reference implementation: slower, and right where compiled code mixes up `@skip` and `@include` of merged fields. */
function interpreted(schema: GraphQLSchema, document: DocumentNode): Runnable {
  const args = (contextValue: RequestContext, variableValues: Variables) => ({ schema, document, contextValue, variableValues });
  return {
    query: async (context, variables) => execute(args(context, variables)),
    subscribe: async (context, variables) => subscribe(args(context, variables)),
  };
}

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, { [Kind.DIRECTIVE]: () => void (found = true) });
  return found;
}
