import { readFile } from 'node:fs/promises';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';
import { runCli } from '#test/support/cli.ts';

/** Implementation terms, which API users need not know. */
const JARGON =
  /\b(resolver|dataloader|loader|snapshot|prisma|pothos|yoga|postgres\w*|sql|row numbers?|columns? store|database|foreign key|primary key|payload|boolean|enum|nullable|array|struct|n\+1|cache\w*|todo|deprecated)\b/i;

/** Every describable element of the schema, with its description. */
function described(): readonly (readonly [string, string])[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [[type.name, type.description ?? ''] as const, ...partsOf(type)]);
}

function partsOf(type: GraphQLNamedType): readonly (readonly [string, string])[] {
  if (isEnumType(type))
    return type.getValues().map((v) => [`${type.name}.${v.name}`, v.description ?? '']);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((f) => [
      `${type.name}.${f.name}`,
      f.description ?? '',
    ]);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field.description ?? ''] as const,
    ...field.args.map(
      (a) => [`${type.name}.${field.name}(${a.name})`, a.description ?? ''] as const,
    ),
  ]);
}

describe('descriptions of the schema', () => {
  it('exist for every type, field, argument and enum value, as sentences', () => {
    const all = described();
    const bare = all.filter(([, text]) => text.split(/\s+/).length < 2 || !/[.:)`]$/.test(text));

    expect(all.length).toBeGreaterThan(250);
    expect(bare.map(([name, text]) => `${name}: ${text}`)).toEqual([]);
  });

  it('contain no implementation terms', () => {
    const jargon = described().filter(([, text]) => JARGON.test(text));

    expect(jargon).toEqual([]);
  });

  it('are up to date in schema.graphql (npm run schema)', async () => {
    const { code, stdout, stderr } = await runCli(['schema']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      await readFile(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
    );
  });

  it('cover exactly the queries of the public contract', () => {
    const names = Object.keys(schema.getQueryType()?.getFields() ?? {});

    expect(new Set(names)).toEqual(
      new Set([
        'node',
        'nodes',
        'document',
        'documents',
        'actor',
        'actors',
        'codebook',
        'codebooks',
        'coding',
        'codings',
        'condition',
        'position',
        'positions',
        'revisions',
        'search',
        'comparison',
        'network',
        'timeline',
        'discrepancies',
        'formulations',
        'reliability',
      ]),
    );
  });
});
