import { readFile } from 'node:fs/promises';
import {
  type ASTVisitor,
  buildASTSchema,
  type DocumentNode,
  findBreakingChanges,
  findDangerousChanges,
  Kind,
  parse,
  visit,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';

/**
 * What since the last release could surprise a client without breaking it, each with the reason why
 * that is accepted.
 */
const ACCEPTED_DANGERS: readonly string[] = [
  // Left out, they change nothing.
  'An optional arg first on Query.comparison was added.',
  'An optional arg of on Query.comparison was added.',
  'An optional arg of on Query.network was added.',
];

describe('the schema, held to the last release', () => {
  let text: string;
  let sdl: DocumentNode;
  beforeAll(async () => {
    text = await readFile(new URL('../../../schema/released.graphql', import.meta.url), 'utf8');
    sdl = parse(text);
  });
  /** Descriptions of what would break, or could surprise, a client made from the release. */
  function changesTo(later: ReturnType<typeof buildASTSchema>) {
    const released = buildASTSchema(sdl);
    return {
      breaking: findBreakingChanges(released, later).map(({ description }) => description),
      dangerous: findDangerousChanges(released, later).map(({ description }) => description),
    };
  }

  it('names its release', () => {
    expect(text).toMatch(/^# The schema of release \d+\.\d+\.\d+:/);
  });

  it('breaks no client, and surprises none but as accepted', () => {
    const { breaking, dangerous } = changesTo(schema);

    expect(breaking).toEqual([]);
    expect(dangerous.toSorted()).toEqual(ACCEPTED_DANGERS.toSorted());
  });

  it.each<[string, ASTVisitor, string]>([
    ['a field', { FieldDefinition: without('publicPrivateGap') }, 'publicPrivateGap was removed'],
    [
      'a type',
      { ObjectTypeDefinition: without('Evidence'), FieldDefinition: without('evidence') },
      'Evidence was removed',
    ],
    ['a value', { EnumValueDefinition: without('NONCOMMITTAL') }, 'NONCOMMITTAL was removed'],
    ['an argument', { InputValueDefinition: without('reportedBy') }, 'reportedBy was removed'],
    [
      'certainty that there is a value',
      {
        FieldDefinition: (node) =>
          named('exact')(node) && node.type.kind === Kind.NON_NULL_TYPE
            ? { ...node, type: node.type.type }
            : undefined,
      },
      'Evidence.exact changed type from String! to String',
    ],
  ])('fails when it loses %s', (_what, edit, description) => {
    const { breaking } = changesTo(buildASTSchema(visit(sdl, edit)));

    expect(breaking).toContainEqual(expect.stringContaining(description));
  });

  it('fails when a value is added that clients do not expect', () => {
    const value = { kind: Kind.ENUM_VALUE_DEFINITION, name: { kind: Kind.NAME, value: 'ELATED' } };
    const later = visit(sdl, {
      EnumTypeDefinition: (node) =>
        named('Stance')(node) ? { ...node, values: [...(node.values ?? []), value] } : undefined,
    });

    const { breaking, dangerous } = changesTo(buildASTSchema(later));

    expect(breaking).toEqual([]);
    expect(dangerous).toEqual(['ELATED was added to enum type Stance.']);
  });
});

interface Named {
  readonly name: { readonly value: string };
}

function named(name: string) {
  return (node: Named) => node.name.value === name;
}

/** Takes out what has that name. */
function without(name: string) {
  return (node: Named) => (node.name.value === name ? null : undefined);
}
