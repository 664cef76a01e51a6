import {
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
  print,
  recommendedRules,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { checkDocument } from './document-limits.js';
import { splitIntrospection, type SplitOperation } from './introspection.js';
import type { OperationLimits } from './limits.js';
import { compileListCost } from './list-cost.js';
import type { PlanNode, Planner } from './planner.js';
import { compileProjection, type Project } from './projection.js';
import { conditionsAtRootFields } from './root-conditions.js';

/** All that is known of an operation before its variables: made once per text and kept. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** Null when there is nothing to fetch. */
  readonly plan: PlanNode | null;
  readonly project: Project;
  readonly introspection: SplitOperation['introspection'];
  /** The variables as the schema says, or why they are not. */
  coerce(variables: Readonly<Record<string, unknown>>): VariablesResult;
}

export type VariablesResult =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

export type Compiled =
  { readonly ok: true; readonly operation: Operation } | { readonly ok: false; readonly errors: readonly GraphQLError[] };

export interface CompileOptions {
  readonly schema: GraphQLSchema;
  readonly planner: Planner;
  readonly limits: OperationLimits;
  readonly introspectionAllowed: boolean;
  /** Told why planning failed: a mistake in the graph, not in the client's document. */
  readonly onPlanFailure?: ((error: unknown) => void) | undefined;
}

const rules = [...specifiedRules, ...recommendedRules];

/** Parses, measures, validates and plans. Never throws: every fault is an error for the client. */
export function compileOperation(text: string, operationName: string | undefined, options: CompileOptions): Compiled {
  const { schema, planner, limits } = options;
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    return refuse([
      error instanceof GraphQLError ? coded(error, parseCode(error)) : failed('The document cannot be read.', 'GRAPHQL_PARSE_FAILED'),
    ]);
  }
  const definition = select(document, operationName);
  if (definition instanceof GraphQLError) return refuse([definition]);
  const variableDefinitions = definition.variableDefinitions ?? [];
  const tooMuch = checkDocument(document, definition, limits);
  if (tooMuch.length > 0) return refuse(tooMuch);
  const invalid = validate(schema, document, rules, { maxErrors: 20 });
  if (invalid.length > 0) return refuse(invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));

  const split = splitIntrospection(schema, document, definition);
  if (split.introspection !== null && !options.introspectionAllowed) {
    return refuse([failed('The schema is not shown here.', 'INTROSPECTION_DISABLED')]);
  }
  let plan: PlanNode | null = null;
  try {
    if (split.needsData) plan = planFor(split.document, definition);
  } catch (error) {
    options.onPlanFailure?.(error);
    return refuse([failed('This operation cannot be planned over the graph.', 'QUERY_PLAN_FAILED')]);
  }
  const project = compileProjection(schema, document, definition);
  const cost = compileListCost(schema, document, definition);
  return { ok: true, operation: { document, definition, plan, project, introspection: split.introspection, coerce } };

  function planFor(asked: DocumentNode, of: OperationDefinitionNode): PlanNode | null {
    try {
      return planner.plan(asked === document ? text : print(asked), operationName);
    } catch {
      return planner.plan(print(conditionsAtRootFields(asked, of)), operationName);
    }
  }

  function coerce(variables: Readonly<Record<string, unknown>>): VariablesResult {
    const { errors, coerced } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 20 });
    if (errors !== undefined) return { ok: false, errors: errors.map((error) => coded(error, 'BAD_USER_INPUT')) };
    const items = cost(coerced);
    if (items > limits.listCost) {
      const message = `This operation asks for up to ${items} items; at most ${limits.listCost} are answered. Ask for smaller pages.`;
      return { ok: false, errors: [failed(message, 'COST_LIMIT_EXCEEDED')] };
    }
    return { ok: true, values: coerced };
  }
}

function select(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode | GraphQLError {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const named = operationName === undefined ? operations : operations.filter((d) => d.name?.value === operationName);
  const [only, second] = named;
  if (only === undefined) {
    return failed(
      operationName === undefined ? 'The document holds no operation.' : `The document holds no operation "${operationName}".`,
      'OPERATION_RESOLUTION_FAILURE',
    );
  }
  if (second !== undefined && operationName === undefined) {
    return failed('The document holds several operations: say which by operationName.', 'OPERATION_RESOLUTION_FAILURE');
  }
  return only;
}

function refuse(errors: readonly GraphQLError[]): Compiled {
  return { ok: false, errors };
}

function failed(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function parseCode(error: GraphQLError): string {
  return error.message.includes('token limit') || error.message.includes('tokens') ? 'TOKEN_LIMIT_EXCEEDED' : 'GRAPHQL_PARSE_FAILED';
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { code, ...error.extensions },
  });
}

/** For responses made outside the engine. */
export function formatted(errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  return errors.map((error) => error.toJSON());
}
