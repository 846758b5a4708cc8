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

/** Every field of an object type of ours. */
const FIELDS = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
  );

const isConnection = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith('Connection');

/** The lists of a page, which the connection is priced for. */
const isOfConnection = (name: string): boolean => /Connection\.(?:edges|nodes)$/.test(name);

describe('the price of a field', () => {
  it('is declared by every list of objects that is not a connection', () => {
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

  it('is declared by every question that computes its result', () => {
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

  it('of a search is above that of a plain value', () => {
    const search = FIELDS.find(({ name }) => name === 'Query.search');

    expect(search && isConnection(search.field) && costOf(search.field)?.own).toBeGreaterThan(1);
  });
});
