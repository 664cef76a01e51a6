import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import { parse, print, visit } from 'graphql';

/**
 * The only file that touches the native planner. Two of its habits are undone here: it writes the introspection fields
 * and types, which every schema has by itself, into the schema for clients, and null where its types say a part is absent.
 */
export interface Planner {
  /** The schema clients see: no federation directives, nothing inaccessible. */
  readonly clientSdl: string;
  /** Null when there is nothing to fetch. Throws when the operation cannot be planned. */
  plan(document: string, operationName: string | undefined): PlanNode | null;
}

export type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNode,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';

/** Throws when the supergraph is not one. */
export function createPlanner(supergraphSdl: string): Planner {
  const native = new QueryPlanner(supergraphSdl);
  const noLabels = new Set<string>();
  return {
    clientSdl: withoutIntrospection(native.consumerSchema),
    plan: (document, operationName) => withoutNulls(native.plan(document, operationName, noLabels, 0).node ?? null),
  };
}

function withoutIntrospection(sdl: string): string {
  const dropReserved = (node: { readonly name: { readonly value: string } }) => (node.name.value.startsWith('__') ? null : undefined);
  return print(
    visit(parse(sdl, { noLocation: true }), {
      FieldDefinition: dropReserved,
      ObjectTypeDefinition: dropReserved,
      EnumTypeDefinition: dropReserved,
    }),
  );
}

function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => [key, withoutNulls(part as unknown)]),
  ) as T;
}
