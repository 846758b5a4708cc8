/**
 * Cost of a field, declared on the field itself: `extensions: cost({ … })`. The unit is one scalar value
 * of the result. The server adds up the costs of an operation before it executes it
 * (src/server/limits/operation-cost.ts).
 */
import type { GraphQLField } from 'graphql';

/** Arguments as written in the operation, with variables filled in; not yet coerced. */
export type CostArguments = Readonly<Record<string, unknown>>;

/** Upper bounds of lists whose length depends on the corpus. */
export interface ListLimits {
  /** Items of one page of a connection. */
  readonly page: number;
  /** Rows of a comparison. */
  readonly rows: number;
  /** Nodes and edges of a network. */
  readonly network: number;
}

/**
 * `own`: cost of resolving the field (default 1). `items`: maximum number of times its selections are
 * resolved (default: the page size of a connection, else 1); `enclosing` is that of the field around it.
 */
export interface FieldCost {
  readonly own?: number;
  readonly items?:
    | number
    | ((args: CostArguments, limits: ListLimits, enclosing: number) => number);
}

/** Estimated length of lists that are short in every corpus: aliases, evidence, attribution steps. */
export const SHORT_LIST = 3;
/** Cost of looking up a name: one that does not exist is compared with up to 5,000 others. */
export const NAME_LOOKUP = 50;
/** Estimated number of passages in a document. */
export const PASSAGES = 30;
/** Estimated number of conditions in a codebook. */
export const CONDITIONS = 5;

/** The `extensions` of a field with a declared cost. */
export function cost(fieldCost: FieldCost): { readonly cost: FieldCost } {
  return { cost: fieldCost };
}

/** The declared cost of a field; undefined if it declares none. */
export function costOf(field: GraphQLField<unknown, unknown>): FieldCost | undefined {
  return field.extensions['cost'] as FieldCost | undefined;
}

/** Length of a list argument; 1 for a single value in place of a list, `otherwise` if it is omitted. */
export function lengthOf(list: unknown, otherwise: number): number {
  if (list === null || list === undefined) return otherwise;
  return Array.isArray(list) ? list.length : 1;
}
