import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf } from '#schema/core/cost.ts';
import { schema } from '#schema/index.ts';

/** Every field of the schema's own object types. */
const FIELDS = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
  );

const isConnection = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith('Connection');

/** Lists of a connection, priced at the connection field. */
const isOfConnection = (name: string): boolean => /Connection\.(?:edges|nodes)$/.test(name);

describe('cost of a field', () => {
  it('is declared on every list of objects that is not a connection', () => {
    const lists = FIELDS.filter(
      ({ name, field }) =>
        isListType(getNullableType(field.type)) &&
        isCompositeType(getNamedType(field.type)) &&
        !isOfConnection(name),
    );

    const unpriced = lists.filter(({ field }) => costOf(field)?.items === undefined);

    expect(lists.length).toBeGreaterThan(20);
    expect(unpriced.map(({ name }) => name)).toEqual([]);
  });

  it('is declared on every query that computes its result', () => {
    const questions = FIELDS.filter(
      ({ name, field }) =>
        name.startsWith('Query.') &&
        isObjectType(getNamedType(field.type)) &&
        (getNamedType(field.type) as { getInterfaces?: () => readonly { name: string }[] })
          .getInterfaces?.()
          .some((each) => each.name === 'Citable'),
    );

    const unpriced = questions.filter(({ field }) => costOf(field) === undefined);

    expect(questions.length).toBeGreaterThan(5);
    expect(unpriced.map(({ name }) => name)).toEqual([]);
  });

  it('is higher for a search than for a scalar', () => {
    const search = FIELDS.find(({ name }) => name === 'Query.search');

    expect(search && isConnection(search.field) && costOf(search.field)?.own).toBeGreaterThan(1);
  });
});
