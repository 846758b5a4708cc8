import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';

interface Part {
  readonly name: string;
  readonly deprecationReason?: string | null | undefined;
}

/** Parts of a type that clients may use, and that can thus be deprecated. */
function partsOf(type: GraphQLNamedType): readonly Part[] {
  const under = (name: string, parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, name: `${name}.${part.name}` }));
  if (isEnumType(type)) return under(type.name, type.getValues());
  if (isInputObjectType(type)) return under(type.name, Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    ...under(type.name, [field]),
    ...under(`${type.name}.${field.name}`, field.args),
  ]);
}

/** Deprecations without a date or a reason. */
function unexplained(of: GraphQLSchema): readonly string[] {
  return Object.values(of.getTypeMap())
    .flatMap(partsOf)
    .filter(({ deprecationReason: reason }) => {
      if (reason === null || reason === undefined) return false;
      const [day] = /\b\d{4}-\d{2}-\d{2}\b/.exec(reason) ?? [];
      const words = reason.replace(day ?? '', '').match(/\p{L}{2,}/gu) ?? [];
      return day === undefined || Number.isNaN(Date.parse(day)) || words.length < 3;
    })
    .map(({ name }) => name);
}

describe('printed schema', () => {
  it.each(['schema', 'released'])(
    'is sorted, so that diffs show changes only: %s',
    async (name) => {
      const text = await readFile(
        new URL(`../../../schema/${name}.graphql`, import.meta.url),
        'utf8',
      );
      const sdl = text.replace(/^(#.*\n)+\n/, '');

      expect(`${printSchema(lexicographicSortSchema(buildSchema(sdl)))}\n`).toBe(sdl);
    },
  );
});

describe('deprecations in the schema', () => {
  it('state a date and a reason', () => {
    expect(unexplained(schema)).toEqual([]);
  });

  it('are reported without a date or a reason', () => {
    const planted = buildSchema(`
      type Query {
        sound: Int @deprecated(reason: "Since 2026-11-22: ask for \`better\`, which counts twice.")
        bare: Int @deprecated
        undated: Int @deprecated(reason: "Ask for better, which counts twice.")
        wordless: Int @deprecated(reason: "2026-11-22")
        noDay: Int @deprecated(reason: "Since 2026-13-41: ask for better instead.")
        asked(by: Int @deprecated(reason: "soon"), for: Filter): Kind
      }
      input Filter { of: Int @deprecated(reason: "soon") }
      enum Kind { OLD @deprecated(reason: "soon") NEW }
    `);

    expect(unexplained(planted).toSorted()).toEqual([
      'Filter.of',
      'Kind.OLD',
      'Query.asked.by',
      'Query.bare',
      'Query.noDay',
      'Query.undated',
      'Query.wordless',
    ]);
  });
});

describe('custom scalars', () => {
  it('have a specifiedByURL', () => {
    const scalars = Object.values(schema.getTypeMap())
      .filter(isScalarType)
      .filter((type) => !isSpecifiedScalarType(type));

    const unspecified = scalars.filter(
      ({ specifiedByURL }) => !/^https:\/\/\S+\.(html|json)$/.test(specifiedByURL ?? ''),
    );

    expect(scalars.length).toBeGreaterThan(3);
    expect(unspecified.map(({ name }) => name)).toEqual([]);
  });
});
