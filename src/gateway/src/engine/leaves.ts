import { GraphQLEnumType, type GraphQLLeafType } from 'graphql';

/** The value as clients may receive it, or undefined when a subgraph sent something else than the type says. */
export type LeafCheck = (value: unknown) => unknown;

const builtIn: Readonly<Record<string, LeafCheck>> = {
  Int: (value) => (Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_648 ? value : undefined),
  Float: (value) => (typeof value === 'number' ? value : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  ID: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined),
};

/** Enum values clients cannot see, and numbers where a text should be, must not reach a typed client. */
export function leafCheck(type: GraphQLLeafType): LeafCheck {
  if (type instanceof GraphQLEnumType) {
    const names = new Set<unknown>(type.getValues().map((value) => value.name));
    return (value) => (names.has(value) ? value : undefined);
  }
  return builtIn[type.name] ?? ((value) => value);
}
