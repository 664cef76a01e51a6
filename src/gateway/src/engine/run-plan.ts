import type { GraphQLFormattedError } from 'graphql';
import { ErrorList, type ErrorPath } from './errors.js';
import { copy, isObject, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { BatchFetchNode, EntityBatchAlias, FetchNode, FlattenNode, PlanNode } from './planner.js';
import { ReferenceList, Waiting } from './representations.js';
import type { RequestContext } from './request-context.js';
import { ofEntity, rewrite, rewritePath } from './rewrites.js';
import { rootKeys } from './root-keys.js';
import type { Subgraph, SubgraphResult } from './subgraph.js';
import { commonPath, findTargets } from './targets.js';
import type { TypeConditions } from './type-conditions.js';

/** Told about every call of a subgraph, for metrics and logs. `error` is what was thrown, if anything. */
export type OnFetch = (fetch: {
  readonly subgraph: string;
  readonly seconds: number;
  readonly outcome: 'ok' | 'errors' | 'failed' | 'deadline';
  readonly error?: unknown;
  readonly context: RequestContext;
}) => void;

export interface PlanEnvironment {
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  readonly types: TypeConditions;
  readonly onFetch?: OnFetch | undefined;
}

const failure: GraphQLFormattedError = { message: 'This part of the graph did not answer.' };

/** One execution of a plan: walks its nodes and gathers data and errors. Never rejects. */
export class PlanRun {
  readonly data: JsonObject;
  readonly errors = new ErrorList();
  readonly #environment: PlanEnvironment;
  readonly #variables: Readonly<JsonObject>;
  readonly #context: RequestContext;
  #deadline: Promise<'deadline'> | undefined;

  constructor(environment: PlanEnvironment, variables: Readonly<JsonObject>, context: RequestContext, data: JsonObject = {}) {
    this.#environment = environment;
    this.#variables = variables;
    this.#context = context;
    this.data = data;
  }

  async run(node: PlanNode): Promise<void> {
    switch (node.kind) {
      case 'Fetch':
        return this.#fetch(node);
      case 'Sequence':
        for (const step of node.nodes) await this.run(step);
        return;
      case 'Parallel':
        return this.#parallel(node.nodes);
      case 'Flatten':
        return this.#flatten(node);
      case 'BatchFetch':
        return this.#batch(node);
      case 'Condition': {
        const branch = this.#variables[node.condition] === true ? node.ifClause : node.elseClause;
        return branch === undefined ? undefined : this.run(branch);
      }
      // The first event is already in `data`.
      case 'Subscription':
        return;
      case 'Defer':
        throw new Error('The planner deferred although no client can ask for it.');
    }
  }

  /** A mutation may not run beside anything else: first what was asked before it, then one change after the other. */
  async #parallel(nodes: readonly PlanNode[]): Promise<void> {
    const changes = nodes.filter((node) => node.kind === 'Fetch' && node.operationKind === 'mutation');
    await Promise.all(nodes.filter((node) => !changes.includes(node)).map((node) => this.run(node)));
    for (const change of changes) await this.run(change);
  }

  async #fetch(node: FetchNode): Promise<void> {
    const result = await this.#ask(node.serviceName, node.operation, this.#pick(node.variableUsages), undefined);
    if (result === undefined) return;
    for (const error of result.errors ?? []) {
      this.errors.addFrom(node.serviceName, error, error.path === undefined ? undefined : rewritePath(error.path, node.outputRewrites));
    }
    if (!isObject(result.data)) return;
    rewrite(result.data, node.outputRewrites, this.#environment.types);
    mergeInto(this.data, result.data, this.#environment.types);
  }

  async #flatten(node: FlattenNode): Promise<void> {
    if (node.node.kind !== 'Fetch') throw new Error(`A plan flattens a ${node.node.kind}.`);
    const { serviceName, operation, variableUsages, requires, inputRewrites, outputRewrites } = node.node;
    const { types } = this.#environment;
    const references = new ReferenceList();
    const waiting = new Waiting(references);
    waiting.add(findTargets(this.data, node.path, types), requires ?? [], inputRewrites, this.#variables, types);
    if (references.values.length === 0) return;
    const variables = { ...this.#pick(variableUsages), representations: references.values };
    const common = commonPath(node.path);
    const result = await this.#ask(serviceName, operation, variables, common);
    if (result === undefined) return;
    this.#entityErrors(serviceName, result.errors ?? [], '_entities', waiting, common, outputRewrites);
    this.#mergeEntities(result.data?.['_entities'], waiting, outputRewrites);
  }

  async #batch(node: BatchFetchNode): Promise<void> {
    const { types } = this.#environment;
    const byVariable = new Map<string, ReferenceList>();
    const prepared = node.entityBatch.aliases.map((alias) => {
      const references = byVariable.get(alias.representationsVariableName) ?? new ReferenceList();
      byVariable.set(alias.representationsVariableName, references);
      const waiting = new Waiting(references);
      for (const path of alias.paths) {
        waiting.add(findTargets(this.data, path, types), alias.requires, alias.inputRewrites, this.#variables, types);
      }
      return { alias, waiting };
    });
    const variables = this.#pick(node.variableUsages);
    for (const [name, references] of byVariable) variables[name] = references.values;
    if ([...byVariable.values()].every((references) => references.values.length === 0)) return;
    const result = await this.#ask(node.serviceName, node.operation, variables, sharedPath(node.entityBatch.aliases));
    if (result === undefined) return;
    const errors = result.errors ?? [];
    const known = new Set<unknown>(prepared.map(({ alias }) => alias.alias));
    for (const error of errors) if (!known.has(error.path?.[0])) this.errors.addFrom(node.serviceName, error, undefined);
    for (const { alias, waiting } of prepared) {
      const own = errors.filter((error) => error.path?.[0] === alias.alias);
      this.#entityErrors(node.serviceName, own, alias.alias, waiting, commonPath(alias.paths[0] ?? []), alias.outputRewrites);
      this.#mergeEntities(result.data?.[alias.alias], waiting, alias.outputRewrites);
    }
  }

  #entityErrors(
    subgraph: string,
    errors: readonly GraphQLFormattedError[],
    field: string,
    waiting: Waiting,
    common: ErrorPath,
    rewrites: FetchNode['outputRewrites'],
  ): void {
    for (const error of errors) {
      const [first, index, ...rest] = error.path ?? [];
      const targets = first === field && typeof index === 'number' ? waiting.at(index) : [];
      const inner = rewritePath(rest, ofEntity(rewrites));
      if (targets.length === 0) this.errors.addFrom(subgraph, error, common);
      for (const target of targets) this.errors.addFrom(subgraph, error, [...target.path, ...inner]);
    }
  }

  #mergeEntities(entities: unknown, waiting: Waiting, rewrites: FetchNode['outputRewrites']): void {
    if (!Array.isArray(entities)) return;
    const { types } = this.#environment;
    rewrite(entities, ofEntity(rewrites), types);
    entities.forEach((entity, index) => {
      if (!isObject(entity)) return;
      const targets = waiting.at(index);
      // The last target takes the entity itself; the others a copy, as later fetches add to each on its own.
      targets.forEach((target, use) => mergeInto(target.object, use === targets.length - 1 ? entity : copy(entity), types));
    });
  }

  #pick(names: readonly string[] | undefined): JsonObject {
    const picked: JsonObject = {};
    for (const name of names ?? []) if (Object.hasOwn(this.#variables, name)) picked[name] = this.#variables[name];
    return picked;
  }

  /** Undefined when the subgraph failed; the error is already noted. */
  async #ask(name: string, operation: string, variables: JsonObject, path: ErrorPath | undefined): Promise<SubgraphResult | undefined> {
    const started = performance.now();
    const context = this.#context;
    const report = (outcome: 'ok' | 'errors' | 'failed' | 'deadline', error?: unknown): void =>
      this.#environment.onFetch?.({ subgraph: name, seconds: (performance.now() - started) / 1000, outcome, error, context });
    // Only a failure needs to know the fetch's own field.
    const where = (): ErrorPath | undefined => placeOf(path ?? rootKeys(operation));
    try {
      const subgraph = this.#environment.subgraphs.get(name);
      if (subgraph === undefined) throw new Error(`No subgraph ${name}.`);
      const result = context.signal.aborted
        ? 'deadline'
        : await Promise.race([subgraph.exec(operation, variables, context), this.#untilDeadline()]);
      if (result === 'deadline') {
        report('deadline');
        this.errors.addFrom(
          name,
          { message: 'This part of the graph did not answer in time.', extensions: { code: 'DEADLINE_EXCEEDED' } },
          where(),
        );
        return undefined;
      }
      report((result.errors?.length ?? 0) === 0 ? 'ok' : 'errors');
      return result;
    } catch (error) {
      report('failed', error);
      this.errors.addFrom(name, failure, where());
      return undefined;
    }
  }

  #untilDeadline(): Promise<'deadline'> {
    this.#deadline ??= new Promise((resolve) => this.#context.signal.addEventListener('abort', () => resolve('deadline'), { once: true }));
    return this.#deadline;
  }
}

function placeOf(path: ErrorPath): ErrorPath | undefined {
  return path.length === 0 ? undefined : path;
}

/** Where an error of a whole batch is shown: the place of its only alias, or none. */
function sharedPath(aliases: readonly EntityBatchAlias[]): ErrorPath {
  const [only, second] = aliases;
  return only === undefined || second !== undefined ? [] : commonPath(only.paths[0] ?? []);
}
