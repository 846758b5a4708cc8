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
 * Accepted dangerous changes since the last release, which may affect a client without breaking it,
 * each with the reason.
 */
const ACCEPTED_DANGERS: readonly string[] = [
  // Optional: omitting them changes nothing.
  'An optional arg first on Query.comparison was added.',
  'An optional arg of on Query.comparison was added.',
  'An optional arg of on Query.network was added.',
  ...[
    'actor',
    'actors',
    'codebook',
    'codebooks',
    'condition',
    'document',
    'documents',
    'positions',
    'search',
  ].map((field) => `An optional arg revision on Query.${field} was added.`),
  ...['codings', 'countings', 'statuses'].map(
    (field) => `An optional field ${field} on input type PositionFilter was added.`,
  ),
  'An optional arg filter on Query.search was added.',
  // Who asks for a citation of any kind of result gets those of lists too.
  ...['Actors', 'Documents', 'Positions', 'Search'].map(
    (list) => `Citable added to interfaces implemented by Query${list}Connection.`,
  ),
];

describe('compatibility with the last release', () => {
  let text: string;
  let sdl: DocumentNode;
  beforeAll(async () => {
    text = await readFile(new URL('../../../schema/released.graphql', import.meta.url), 'utf8');
    sdl = parse(text);
  });
  /** Descriptions of breaking and dangerous changes for a client of the release. */
  function changesTo(later: ReturnType<typeof buildASTSchema>) {
    const released = buildASTSchema(sdl);
    return {
      breaking: findBreakingChanges(released, later).map(({ description }) => description),
      dangerous: findDangerousChanges(released, later).map(({ description }) => description),
    };
  }

  it('reads a released schema that names its release', () => {
    expect(text).toMatch(/^# The schema of release \d+\.\d+\.\d+:/);
  });

  it('has no breaking changes, and only accepted dangerous ones', () => {
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
      'a non-null type',
      {
        FieldDefinition: (node) =>
          named('exact')(node) && node.type.kind === Kind.NON_NULL_TYPE
            ? { ...node, type: node.type.type }
            : undefined,
      },
      'Evidence.exact changed type from String! to String',
    ],
  ])('detects the removal of %s', (_what, edit, description) => {
    const { breaking } = changesTo(buildASTSchema(visit(sdl, edit)));

    expect(breaking).toContainEqual(expect.stringContaining(description));
  });

  it('detects an added enum value as dangerous', () => {
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

/** Removes nodes with this name. */
function without(name: string) {
  return (node: Named) => (node.name.value === name ? null : undefined);
}
