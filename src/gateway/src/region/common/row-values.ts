import type { Row } from '../api/rows.js';
import { decimalOf } from './scalars.js';
import { words, type Words } from './words.js';

/** Reads the values of a row as the graph shows them. A missing column is a null: an older server may not have it yet. */
export const text = (row: Row, column: string): string | null => (typeof row[column] === 'string' ? row[column] : null);

/** Text that is always there. */
export const key = (row: Row, column: string): string => String(row[column]);

export const decimal = (row: Row, column: string): string | null => decimalOf(row[column]);

export const whole = (row: Row, column: string): number | null => (typeof row[column] === 'number' ? row[column] : null);

export const float = whole;

export const flag = (row: Row, column: string): boolean => row[column] === true;

export const texts = (row: Row, column: string): readonly string[] => (Array.isArray(row[column]) ? (row[column] as string[]) : []);

export const list = (row: Row, column: string): readonly Row[] => (Array.isArray(row[column]) ? (row[column] as Row[]) : []);

export const part = (row: Row, column: string): Row | null => (typeof row[column] === 'object' ? (row[column] as Row | null) : null);

export const word = (row: Row, column: string, of: Words = words): string | null => {
  const value = text(row, column);
  return value === null ? null : of.toGraph(value);
};

export const wordsOf = (row: Row, column: string, of: Words = words): readonly string[] =>
  texts(row, column).map((value) => of.toGraph(value));
