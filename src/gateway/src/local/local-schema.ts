import {
  buildASTSchema,
  getArgumentValues,
  GraphQLInterfaceType,
  GraphQLScalarType,
  GraphQLUnionType,
  isObjectType,
  Kind,
  parse,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../engine/request-context.js';

/** A field resolver of a local subgraph. Arguments are already coerced by the schema. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the parent and arguments are as the SDL says, which types cannot see
export type Resolver = GraphQLFieldResolver<any, RequestContext>;

/** `{ Type: { field: resolver } }`; an abstract type may have `__resolveType` returning a type's name. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver | ResolveType>>>>;
export type ResolveType = (value: unknown) => string;

/**
 * Answers the references of one entity type: the whole list in, the same order out, null for what does not exist.
 * An item may be an `Error`: only that entity's fields become null, with the error on its path.
 */
export type EntityResolver = (
  references: readonly Readonly<Record<string, unknown>>[],
  context: RequestContext,
) => Promise<readonly (object | null)[]>;

const federationUrl = 'https://specs.apollo.dev/federation/v2.7';
const federationDirectives = [
  '@key',
  '@requires',
  '@provides',
  '@external',
  '@tag',
  '@extends',
  '@shareable',
  '@inaccessible',
  '@override',
  '@interfaceObject',
];

/** The SDL with the Federation v2 link when it has none, which would make it Federation v1. */
export function withFederationLink(sdl: string): string {
  if (/@link\s*\(/.test(sdl)) return sdl;
  const imports = federationDirectives.map((name) => `"${name}"`).join(', ');
  return `extend schema @link(url: "${federationUrl}", import: [${imports}])\n${sdl}`;
}

/** An executable schema of a subgraph's SDL: federation directives are ignored, `_entities` and `_service` are added. */
export function localSchema(
  sdl: string,
  resolvers: Resolvers,
  entities: Readonly<Record<string, EntityResolver>>,
  scalars: readonly GraphQLScalarType[],
): GraphQLSchema {
  const schema = buildASTSchema(executable(parse(sdl), Object.keys(entities)), { assumeValidSDL: true });
  for (const scalar of scalars) useScalar(schema, scalar);
  for (const [typeName, fields] of Object.entries(resolvers)) attach(schema, typeName, fields);
  return schema;
}

function executable(document: DocumentNode, entityNames: readonly string[]): DocumentNode {
  const defined = new Set(document.definitions.map((d) => (d.kind === Kind.OBJECT_TYPE_DEFINITION ? d.name.value : '')));
  const seen = new Set<string>();
  const definitions: DefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCHEMA_EXTENSION) continue;
    if (
      definition.kind === Kind.OBJECT_TYPE_EXTENSION &&
      !definesObject(document, definition.name.value) &&
      !seen.has(definition.name.value)
    ) {
      seen.add(definition.name.value);
      definitions.push({ ...definition, kind: Kind.OBJECT_TYPE_DEFINITION });
    } else definitions.push(definition);
  }
  const extra = ['scalar _Any', 'type _Service { sdl: String! }'];
  const fields = ['_service: _Service!'];
  if (entityNames.length > 0) {
    extra.push(`union _Entity = ${objectTypes(document, entityNames).join(' | ')}`);
    fields.push('_entities(representations: [_Any!]!): [_Entity]!');
  }
  extra.push(`${defined.has('Query') || seen.has('Query') ? 'extend ' : ''}type Query { ${fields.join(' ')} }`);
  return merged({ ...document, definitions: [...definitions, ...parse(extra.join('\n')).definitions] });
}

/** The entity types, an interface replaced by the types that implement it: a union holds object types only. */
function objectTypes(document: DocumentNode, entityNames: readonly string[]): readonly string[] {
  const interfaces = new Set(document.definitions.filter((d) => d.kind === Kind.INTERFACE_TYPE_DEFINITION).map((d) => d.name.value));
  const implementing = (name: string): readonly string[] =>
    document.definitions
      .filter((d) => d.kind === Kind.OBJECT_TYPE_DEFINITION && d.interfaces?.some((i) => i.name.value === name) === true)
      .map((d) => (d.kind === Kind.OBJECT_TYPE_DEFINITION ? d.name.value : name));
  return [...new Set(entityNames.flatMap((name) => (interfaces.has(name) ? implementing(name) : [name])))];
}

function definesObject(document: DocumentNode, name: string): boolean {
  return document.definitions.some((d) => d.kind === Kind.OBJECT_TYPE_DEFINITION && d.name.value === name);
}

/** `buildASTSchema` ignores extensions: fold object extensions into their definitions. */
function merged(document: DocumentNode): DocumentNode {
  const definitions: DefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION) {
      definitions.push(definition);
      continue;
    }
    const index = definitions.findIndex((d) => d.kind === Kind.OBJECT_TYPE_DEFINITION && d.name.value === definition.name.value);
    const base = definitions[index];
    if (base?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error(`Type ${definition.name.value} is extended before it is defined.`);
    definitions[index] = {
      ...base,
      interfaces: [...(base.interfaces ?? []), ...(definition.interfaces ?? [])],
      fields: [...(base.fields ?? []), ...(definition.fields ?? [])],
    };
  }
  return { ...document, definitions };
}

function useScalar(schema: GraphQLSchema, scalar: GraphQLScalarType): void {
  const declared = schema.getType(scalar.name);
  if (!(declared instanceof GraphQLScalarType)) throw new Error(`The SDL does not declare scalar ${scalar.name}.`);
  declared.serialize = scalar.serialize;
  declared.parseValue = scalar.parseValue;
  declared.parseLiteral = scalar.parseLiteral;
}

/** graphql-jit hands a subscription field the variables of the operation where its arguments belong. */
function withOwnArguments(field: GraphQLField<unknown, unknown>, resolver: Resolver): Resolver {
  return (root, _, context, info) => {
    const node = info.fieldNodes[0];
    return resolver(root, node === undefined ? {} : getArgumentValues(field, node, info.variableValues), context, info);
  };
}

function attach(schema: GraphQLSchema, typeName: string, fields: Readonly<Record<string, Resolver | ResolveType>>): void {
  const type = schema.getType(typeName);
  for (const [fieldName, resolver] of Object.entries(fields)) {
    if (fieldName === '__resolveType' && (type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType)) {
      type.resolveType = resolver as ResolveType;
      continue;
    }
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (field === undefined) throw new Error(`The SDL has no ${typeName}.${fieldName} to resolve.`);
    if (type?.name === schema.getSubscriptionType()?.name) {
      field.subscribe = withOwnArguments(field, resolver as Resolver);
      field.resolve = (event: unknown) => event;
    } else field.resolve = resolver as Resolver;
  }
}
