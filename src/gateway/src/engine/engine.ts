import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import { answer, type EngineResult } from './answer.js';
import type { JsonObject } from './json.js';
import { defaultLimits, type OperationLimits } from './limits.js';
import { Lru } from './lru.js';
import { compileOperation, formatted, type Compiled, type Operation } from './operation.js';
import { createPlanner } from './planner.js';
import type { RequestContext } from './request-context.js';
import { PlanRun, type OnFetch, type PlanEnvironment } from './run-plan.js';
import type { Subgraph } from './subgraph.js';
import { subscribe } from './subscribe.js';
import { TypeConditions } from './type-conditions.js';

export interface EngineOptions {
  readonly limits?: OperationLimits;
  /** Default true. */
  readonly introspection?: boolean;
  /** Operations kept compiled; the least recently used goes first. Default 2,000. */
  readonly cachedOperations?: number;
  readonly onFetch?: OnFetch;
  readonly onPlanFailure?: (error: unknown) => void;
}

/** One supergraph with its subgraphs; never changes. A new version is a new engine, and requests in flight keep theirs. */
export interface Engine {
  /** What clients see of the graph. */
  readonly clientSdl: string;
  readonly schema: GraphQLSchema;
  readonly subgraphs: readonly Subgraph[];
  readonly cache: { readonly size: number; readonly hits: number; readonly misses: number };
  /** The compiled operation, from the cache when its text is known. Faulty documents are not kept. */
  get(text: string, operationName?: string): Compiled;
  /** `variables` as `operation.coerce` made them. Never rejects. */
  execute(operation: Operation, variables: Readonly<JsonObject>, context: RequestContext): Promise<EngineResult>;
  /** `execute` for variables as the client sent them. */
  run(operation: Operation, variables: Readonly<JsonObject>, context: RequestContext): Promise<EngineResult>;
  /** Like `execute`, for a subscription. `perEvent` makes the context of one event, with a deadline of its own. */
  subscribe(
    operation: Operation,
    variables: Readonly<JsonObject>,
    context: RequestContext,
    perEvent: () => RequestContext,
  ): AsyncIterable<EngineResult>;
}

/** Throws when the supergraph cannot be read, or names a subgraph that is not given. */
export function createEngine(supergraphSdl: string, subgraphs: readonly Subgraph[], options: EngineOptions = {}): Engine {
  const planner = createPlanner(supergraphSdl);
  const schema = buildSchema(planner.clientSdl, { assumeValidSDL: true });
  const environment: PlanEnvironment = {
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
    types: new TypeConditions(parse(supergraphSdl, { noLocation: true })),
    onFetch: options.onFetch,
  };
  const cached = new Lru<string, Operation>(options.cachedOperations ?? 2_000);
  const compileOptions = {
    schema,
    planner,
    limits: options.limits ?? defaultLimits,
    introspectionAllowed: options.introspection ?? true,
    onPlanFailure: options.onPlanFailure,
  };
  let hits = 0;
  let misses = 0;

  return {
    clientSdl: planner.clientSdl,
    schema,
    subgraphs,
    cache: {
      get size() {
        return cached.size;
      },
      get hits() {
        return hits;
      },
      get misses() {
        return misses;
      },
    },
    get(text, operationName) {
      const key = operationName === undefined ? text : `${operationName}\n${text}`;
      const known = cached.get(key);
      if (known !== undefined) {
        hits++;
        return { ok: true, operation: known };
      }
      misses++;
      const compiled = compileOperation(text, operationName, compileOptions);
      if (compiled.ok) cached.set(key, compiled.operation);
      return compiled;
    },
    execute,
    async run(operation, variables, context) {
      const coerced = operation.coerce(variables);
      if (!coerced.ok) return { data: null, errors: formatted(coerced.errors) };
      return execute(operation, coerced.values, context);
    },
    subscribe: (operation, variables, context, perEvent) => subscribe(operation, variables, environment, context, perEvent),
  };

  async function execute(operation: Operation, variables: Readonly<JsonObject>, context: RequestContext): Promise<EngineResult> {
    const run = new PlanRun(environment, variables, context);
    try {
      if (operation.plan !== null) await run.run(operation.plan);
    } catch (error) {
      options.onPlanFailure?.(error);
      run.errors.add({ message: 'This operation cannot be executed over the graph.', extensions: { code: 'QUERY_PLAN_FAILED' } });
    }
    return answer(operation, run, variables, context);
  }
}
