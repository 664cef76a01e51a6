import { buildSchema, execute, isAbstractType, isObjectType, parse, type ExecutionResult, type GraphQLFieldResolver } from 'graphql';
import { requestContext } from '../../src/engine/request-context.js';
import type { ResolveType, Resolver } from '../../src/local/local-schema.js';
import type { LocalSubgraphOptions } from '../../src/local/local-subgraph.js';

type Parent = Readonly<Record<string, unknown>>;

/**
 * The whole graph as one schema run by graphql-js, the reference implementation: what a federated answer must be equal to. `whole` gives
 * the fields of an entity that the subgraph it came from does not know.
 */
export function judge(
  clientSdl: string,
  definitions: readonly LocalSubgraphOptions[],
  whole: Readonly<Record<string, (reference: Parent) => object>>,
): (query: string, variables: Readonly<Record<string, unknown>>) => Promise<ExecutionResult> {
  const schema = buildSchema(clientSdl);
  for (const { resolvers } of definitions) {
    for (const [typeName, fields] of Object.entries(resolvers ?? {})) {
      const type = schema.getType(typeName);
      for (const [name, resolver] of Object.entries(fields)) {
        if (isAbstractType(type)) type.resolveType = resolver as ResolveType;
        else if (isObjectType(type)) Object.assign(type.getFields()[name] ?? {}, { resolve: resolver as Resolver });
      }
    }
  }
  for (const [typeName, complete] of Object.entries(whole)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`The graph has no type ${typeName}.`);
    for (const field of Object.values(type.getFields())) field.resolve = completed(complete, field.resolve);
  }
  return async (query, variableValues) => execute({ schema, document: parse(query), variableValues, contextValue: requestContext() });
}

function completed(
  complete: (reference: Parent) => object,
  own: GraphQLFieldResolver<Parent, unknown> | undefined,
): GraphQLFieldResolver<Parent, unknown> {
  return (parent, args, context, info) => {
    const entity: Parent = { ...complete(parent), ...parent };
    return info.fieldName in entity || own === undefined ? entity[info.fieldName] : own(entity, args, context, info);
  };
}
