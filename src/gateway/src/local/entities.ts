import { GraphQLError, GraphQLInterfaceType, GraphQLObjectType, GraphQLUnionType, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../engine/request-context.js';
import type { EntityResolver } from './local-schema.js';

type Reference = Readonly<Record<string, unknown>>;

/** Gives `Query._entities` and `Query._service` their resolvers: one call of an entity resolver per type, order kept. */
export function resolveEntities(schema: GraphQLSchema, sdl: string, entities: Readonly<Record<string, EntityResolver>>): void {
  const query = schema.getQueryType()?.getFields();
  if (query?.['_service'] !== undefined) query['_service'].resolve = () => ({ sdl });
  if (query?.['_entities'] !== undefined) {
    query['_entities'].resolve = (_, args: { readonly representations: readonly Reference[] }, context: RequestContext) =>
      resolveAll(args.representations, context, entities);
  }
  const union = schema.getType('_Entity');
  if (union instanceof GraphQLUnionType) union.resolveType = (value: unknown) => typenameOf(value);
  for (const name of Object.keys(entities)) keepTypename(schema, name);
}

async function resolveAll(
  references: readonly Reference[],
  context: RequestContext,
  entities: Readonly<Record<string, EntityResolver>>,
): Promise<(object | null)[]> {
  const positions = new Map<string, number[]>();
  references.forEach((reference, index) => {
    const typename = typenameOf(reference);
    const list = positions.get(typename);
    if (list === undefined) positions.set(typename, [index]);
    else list.push(index);
  });
  const answer = new Array<object | null>(references.length).fill(null);
  await Promise.all([...positions].map(([typename, indexes]) => resolveType(typename, indexes)));
  return answer;

  async function resolveType(typename: string, indexes: readonly number[]): Promise<void> {
    const resolver = entities[typename];
    if (resolver === undefined) throw new GraphQLError(`${typename} is not an entity here.`);
    const found = await settled(resolver, indexes);
    indexes.forEach((position, i) => {
      const entity = found[i] ?? null;
      answer[position] = entity === null || entity instanceof Error ? entity : withTypename(entity, typename);
    });
  }

  /** A failing entity type must not take the others with it: its error stands at each of its entities. */
  async function settled(resolver: EntityResolver, indexes: readonly number[]): Promise<readonly (object | null)[]> {
    try {
      return await resolver(
        indexes.map((i) => references[i] ?? {}),
        context,
      );
    } catch (error) {
      return indexes.map(() => (error instanceof Error ? error : new Error(String(error))));
    }
  }
}

function withTypename(entity: object, typename: string): object {
  return '__typename' in entity ? entity : { ...entity, __typename: typename };
}

function typenameOf(value: unknown): string {
  const typename = (value as { readonly __typename?: unknown } | null)?.__typename;
  if (typeof typename !== 'string') throw new GraphQLError('A reference has no __typename.');
  return typename;
}

/** An interface entity says by `__typename` which of its types it is, unless it was given a rule of its own. */
function keepTypename(schema: GraphQLSchema, name: string): void {
  const type = schema.getType(name);
  if (type instanceof GraphQLInterfaceType && type.resolveType === undefined) type.resolveType = (value: unknown) => typenameOf(value);
  else if (!(type instanceof GraphQLInterfaceType) && !(type instanceof GraphQLObjectType))
    throw new Error(`${name} is not a type of the SDL.`);
}
