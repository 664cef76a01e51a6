import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { random } from './random.js';

export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const deepest = 3;

/**
 * Operations over a schema with aliases, fragments, abstract types, variables, conditions and nulls; the same seed gives the same ones. Some
 * are no operations of GraphQL, as two of their fields collide: validation says so.
 */
export function generator(schema: GraphQLSchema, seed: number): () => GeneratedOperation {
  const { chance, pick, below } = random(seed);

  return function operation() {
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    const fragments: string[] = [];
    const kind = chance(0.1) ? 'mutation' : 'query';
    const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
    if (!isObjectType(root)) throw new Error(`The schema has no ${kind}.`);
    const body = selection(root, 0);
    const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
    return { query: `${kind} Q${head} ${body}\n${fragments.join('\n')}`, variables };

    function selection(type: GraphQLCompositeType, depth: number): string {
      const parts: string[] = [];
      if (chance(0.3)) parts.push('__typename');
      const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
      const wanted = fields.filter((f) => (depth < deepest || !isCompositeType(getNamedType(f.type))) && chance(depth === 0 ? 0.3 : 0.42));
      for (const field of wanted) parts.push(...fieldText(field, depth));
      if (isAbstractType(type)) {
        for (const member of schema.getPossibleTypes(type)) {
          if (chance(0.7)) parts.push(`... on ${member.name}${directive()} ${selection(member, depth + 1)}`);
        }
      } else if (chance(0.15)) parts.push(`...${directive()} ${selection(type, depth + 1)}`);
      else if (chance(0.15)) parts.push(spread(type, depth));
      if (parts.length === 0) parts.push('__typename');
      return `{ ${parts.join(' ')} }`;
    }

    function spread(type: GraphQLCompositeType, depth: number): string {
      const index = fragments.push('') - 1;
      fragments[index] = `fragment F${index} on ${type.name} ${selection(type, depth + 1)}`;
      return `...F${index}${directive()}`;
    }

    function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string[] {
      const type = getNamedType(field.type);
      return Array.from({ length: chance(0.15) ? 2 : 1 }, (_, i) => {
        const alias = i > 0 || chance(0.2) ? `${pick(['a', 'b', 'c', 'x'])}${below(200)}: ` : '';
        const args = field.args
          .filter((a) => (isNonNullType(a.type) && a.defaultValue === undefined) || chance(0.5))
          .map((a) => `${a.name}: ${argument(a)}`);
        const sub = isCompositeType(type) ? ` ${selection(type, depth + 1)}` : '';
        return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive()}${sub}`;
      });
    }

    function directive(): string {
      if (!chance(0.12)) return '';
      const name = pick(['skip', 'include']);
      return ` @${name}(if: ${chance(0.3) ? chance(0.5) : variable('Boolean!', chance(0.5))})`;
    }

    function argument(arg: GraphQLArgument): string {
      const value = valueOf(arg.type, arg.name);
      return chance(0.5) ? variable(String(arg.type), value) : literal(value, arg.type);
    }

    function variable(type: string, value: unknown): string {
      const name = `v${declared.length}`;
      declared.push(`$${name}: ${type}`);
      variables[name] = value;
      return `$${name}`;
    }
  };

  function valueOf(type: GraphQLInputType, name: string): unknown {
    if (!isNonNullType(type) && chance(0.1)) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) return Array.from({ length: below(3) }, () => valueOf(inner.ofType, name));
    if (isEnumType(inner)) return pick(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      const given = Object.values(inner.getFields()).filter((f) => (isNonNullType(f.type) && f.defaultValue === undefined) || chance(0.6));
      return Object.fromEntries(given.map((f) => [f.name, valueOf(f.type, f.name)]));
    }
    if (inner.name === 'Int') return 1 + below(4);
    if (name === 'id') return pick(['1', '7', '12', 'p3', 'p9', 'none']);
    if (name === 'email') return `${below(5)}@x`;
    return pick(['a', 'nước', 'b"c']);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (value === null) return 'null';
  if (isListType(inner) && Array.isArray(value)) return `[${value.map((item) => literal(item, inner.ofType)).join(', ')}]`;
  if (isEnumType(inner)) return value as string;
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    const entries = Object.entries(value as object).flatMap(([key, of]) => {
      const field = fields[key];
      return field === undefined ? [] : [`${key}: ${literal(of, field.type)}`];
    });
    return `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value);
}
