import { answer, type EngineResult } from './answer.js';
import { isObject, type JsonObject } from './json.js';
import type { Operation } from './operation.js';
import type { FetchNode, PlanNode } from './planner.js';
import type { RequestContext } from './request-context.js';
import { rewrite, rewritePath } from './rewrites.js';
import { PlanRun, type PlanEnvironment } from './run-plan.js';

/** Listens to the one subgraph that owns the subscription, and completes each event by the rest of the plan. */
export async function* subscribe(
  operation: Operation,
  variables: Readonly<JsonObject>,
  environment: PlanEnvironment,
  context: RequestContext,
  perEvent: () => RequestContext,
): AsyncIterable<EngineResult> {
  const primary = operation.plan === null ? undefined : findPrimary(operation.plan);
  const source = primary === undefined ? undefined : environment.subgraphs.get(primary.serviceName);
  if (operation.plan === null || primary === undefined || source?.subscribe === undefined) {
    yield {
      data: null,
      errors: [{ message: 'Nothing in the graph can be subscribed to this way.', extensions: { code: 'SUBSCRIPTION_UNAVAILABLE' } }],
    };
    return;
  }
  const picked: JsonObject = {};
  for (const name of primary.variableUsages ?? []) if (Object.hasOwn(variables, name)) picked[name] = variables[name];
  for await (const event of source.subscribe(primary.operation, picked, context)) {
    const eventContext = perEvent();
    const run = new PlanRun(environment, variables, eventContext, isObject(event.data) ? event.data : {});
    for (const error of event.errors ?? []) {
      run.errors.addFrom(source.name, error, error.path === undefined ? undefined : rewritePath(error.path, primary.outputRewrites));
    }
    rewrite(run.data, primary.outputRewrites, environment.types);
    await run.run(operation.plan);
    yield answer(operation, run, variables, eventContext);
  }
}

function findPrimary(node: PlanNode): Omit<FetchNode, 'kind'> | undefined {
  if (node.kind === 'Subscription') return node.primary;
  if (node.kind !== 'Sequence') return undefined;
  for (const step of node.nodes) {
    const found = findPrimary(step);
    if (found !== undefined) return found;
  }
  return undefined;
}
