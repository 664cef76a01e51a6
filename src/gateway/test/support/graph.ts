import type { EngineResult } from '../../src/engine/answer.js';
import { compose } from '../../src/compose/compose.js';
import { createEngine, type Engine, type EngineOptions } from '../../src/engine/engine.js';
import { requestContext, type RequestContext } from '../../src/engine/request-context.js';
import type { Subgraph } from '../../src/engine/subgraph.js';
import { withFederationLink } from '../../src/local/local-schema.js';
import { localSubgraph, type LocalSubgraphOptions } from '../../src/local/local-subgraph.js';

export interface Sent {
  readonly subgraph: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A subgraph that is not executed here. */
export type Foreign = Pick<Subgraph, 'name' | 'sdl' | 'exec'>;

export interface TestGraph {
  readonly engine: Engine;
  readonly supergraphSdl: string;
  /** What the engine sent to subgraphs since the last `ask`. */
  readonly sent: Sent[];
  readonly ask: (query: string, variables?: Record<string, unknown>, context?: Partial<RequestContext>) => Promise<EngineResult>;
}

/** Composes local subgraphs and runs an engine over them, noting every fetch. Throws when they do not compose. */
export function graph(parts: readonly (LocalSubgraphOptions | Foreign)[], options: EngineOptions = {}): TestGraph {
  const sent: Sent[] = [];
  const subgraphs = parts.map((part) => noted('exec' in part ? { ...part, sdl: withFederationLink(part.sdl) } : localSubgraph(part), sent));
  const composition = compose(subgraphs);
  if (!composition.ok) throw new Error(composition.problems.join('\n'));
  const engine = createEngine(composition.supergraphSdl, subgraphs, options);
  return {
    engine,
    sent,
    supergraphSdl: composition.supergraphSdl,
    async ask(query, variables = {}, context = {}) {
      sent.length = 0;
      const compiled = engine.get(query);
      if (!compiled.ok) return { data: null, errors: compiled.errors.map((error) => error.toJSON()) };
      return plain(await engine.run(compiled.operation, variables, requestContext(context)));
    },
  };
}

/** As the client receives it. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function noted(subgraph: Subgraph, sent: Sent[]): Subgraph {
  return {
    ...subgraph,
    exec: (document, variables, context) => {
      sent.push({ subgraph: subgraph.name, document, variables: plain(variables) });
      return subgraph.exec(document, variables, context);
    },
  };
}
