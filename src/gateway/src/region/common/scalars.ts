import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const decimalText = /^-?\d{1,28}(?:\.\d{1,12})?$/;
const dateText = /^\d{4}-\d{2}-\d{2}$/;
const timeText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A number of the API as exact decimal text: never with an exponent. */
export function decimalOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (decimalText.test(text)) return text;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new GraphQLError('A number cannot be written as a Decimal.');
  return value.toFixed(12).replace(/\.?0+$/, '');
}

/** Exact decimal number as JSON string; accepts a string, or a number that was written with no more digits than a double keeps. */
export const Decimal = scalar('Decimal', 'a decimal number as string, such as "1500000000" or "0.97"', (text) => decimalText.test(text), {
  serialize: decimalOf,
  numbers: true,
});

export const DateScalar = scalar('Date', 'a day as yyyy-MM-dd', (text) => dateText.test(text) && !Number.isNaN(Date.parse(text)));

export const DateTime = scalar(
  'DateTime',
  'a moment as 2026-11-22T08:30:00Z',
  (text) => timeText.test(text) && !Number.isNaN(Date.parse(text)),
);

/** JSON as the API holds it. Nobody sends one. */
export const Json = new GraphQLScalarType({ name: 'Json', serialize: (value) => value });

function scalar(
  name: string,
  expected: string,
  accepts: (text: string) => boolean,
  options: { readonly serialize?: (value: unknown) => string | null; readonly numbers?: boolean } = {},
): GraphQLScalarType {
  const read = (value: unknown): string => {
    const text = options.numbers === true && typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && accepts(text)) return text;
    throw new GraphQLError(`${name} expects ${expected}.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: options.serialize ?? ((value) => value),
    parseValue: read,
    parseLiteral: (node: ValueNode) =>
      read(
        node.kind === Kind.STRING || (options.numbers === true && (node.kind === Kind.INT || node.kind === Kind.FLOAT)) ? node.value : null,
      ),
  });
}
