import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { JsonObject } from './json.js';
import type { Operation } from './operation.js';
import type { RequestContext } from './request-context.js';
import type { PlanRun } from './run-plan.js';

/** A response as it goes to the client. */
export interface EngineResult {
  readonly data: JsonObject | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: JsonObject;
}

/** What the client asked for, out of what a run brought together. */
export function answer(operation: Operation, run: PlanRun, variables: Readonly<JsonObject>, context: RequestContext): EngineResult {
  let introspection: JsonObject | undefined;
  try {
    introspection = operation.introspection?.(variables);
  } catch (error) {
    run.errors.add(error instanceof GraphQLError ? error.toJSON() : { message: 'The schema cannot be shown.' });
  }
  const data = operation.project(run.data, { variables, errors: run.errors, introspection, path: [] });
  const errors = run.errors.list();
  const sources = context.sources.list();
  return {
    data,
    ...(errors === undefined ? {} : { errors }),
    ...(sources.length === 0 ? {} : { extensions: { sources } }),
  };
}
