import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';

const times = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join(' ');

/** The code of a limit, its value, and an operation of a given size. */
const LIMITS: readonly [string, number, (count: number) => string][] = [
  ['TOO_MANY_TOKENS', 1000, (n) => slugs(n)],
  [
    'TOO_MANY_TOKENS',
    1000,
    (n) => `# Comments and commas are not counted.\n${slugs(n).replaceAll('slug', ',slug')}`,
  ],
  ['TOO_DEEP', 20, (n) => `{ actor(slug: "hamas") ${membersWithin(n - 1)} }`],
  [
    'TOO_DEEP',
    20,
    (n) => `{ ...A } fragment A on Query { actor(slug: "hamas") ${membersWithin(n - 1)} }`,
  ],
  [
    'TOO_DEEP',
    20,
    (n) => `{ actor(slug: "hamas") { ... { ... on Actor ${membersWithin(n - 1)} } } }`,
  ],
  [
    'TOO_MANY_ALIASES',
    100,
    (n) => `{ actor(slug: "hamas") { ${times(n, (i) => `a${i}: slug`)} } }`,
  ],
  [
    'TOO_MANY_ALIASES',
    100,
    (n) => `{ actor(slug: "hamas") { ${times(n, (i) => `a${i}: __typename`)} } }`,
  ],
  [
    'TOO_MANY_ALIASES',
    100,
    (n) =>
      `{ actors { ${times(n / 4, () => '...A')} ${times(n % 4, (i) => `b${i}: totalCount`)} } }
       fragment A on QueryActorsConnection { ${times(4, (i) => `a${i}: totalCount`)} }`,
  ],
  ['TOO_MANY_ROOT_FIELDS', 50, (n) => `{ ${times(n, (i) => `a${i}: actors { totalCount }`)} }`],
  ['TOO_MANY_ROOT_FIELDS', 50, (n) => `{ ${'__typename '.repeat(n)} }`],
  ['TOO_MANY_DIRECTIVES', 50, (n) => `{ actors { ${'totalCount @skip(if: false) '.repeat(n)} } }`],
  [
    'TOO_MANY_DIRECTIVES',
    50,
    (
      n,
    ) => `{ actors { ${'...A @skip(if: false) '.repeat(n / 2)} ${'totalCount @include(if: true) '.repeat(n % 2)} } }
      fragment A on QueryActorsConnection { ... @include(if: true) { totalCount } }`,
  ],
  ['LIST_TOO_LONG', 250, (n) => `{ positions(actors: [${'"hamas" '.repeat(n)}]) { totalCount } }`],
  [
    'LIST_TOO_LONG',
    250,
    (n) => `{ positions(filter: { channels: [${'PUBLIC '.repeat(n)}] }) { totalCount } }`,
  ],
  [
    'LIST_TOO_LONG',
    250,
    (n) =>
      `query ($actors: [String!] = [${'"hamas" '.repeat(n)}]) { positions(actors: $actors) { totalCount } }`,
  ],
];

describe('the size limits of an operation', () => {
  const corpus = useCorpus();

  it.each(LIMITS)('accept the maximum and reject one more: %s %i', async (code, most, write) => {
    const within = await corpus.ask(write(most));
    const beyond = await corpus.ask(write(most + 1));

    expect(within.errors).toBeUndefined();
    expect(beyond.data).toBeUndefined();
    expect(beyond.errors).toHaveLength(1);
    expect(beyond.errors?.[0]?.extensions).toEqual({ code });
    // The message names the maximum.
    expect(beyond.errors?.[0]?.message).toContain(most.toLocaleString('en'));
  });

  it.each([
    ['a list', { actors: hamas(250) }, { actors: hamas(251) }, ['variables', 'actors']],
    [
      'a list in an input',
      { filter: { coders: Array.from({ length: 250 }, () => 'founding-coders') } },
      { filter: { coders: Array.from({ length: 251 }, () => 'founding-coders') } },
      ['variables', 'filter', 'coders'],
    ],
  ])(
    'accept the maximum of %s in variables and reject one more',
    async (_what, short, long, input) => {
      const query =
        'query ($actors: [String!], $filter: PositionFilter) { positions(actors: $actors, filter: $filter) { totalCount } }';

      const within = await corpus.ask(query, short);
      const beyond = await corpus.ask(query, long);

      expect(within.errors).toBeUndefined();
      expect(beyond.errors?.[0]?.extensions).toEqual({ code: 'LIST_TOO_LONG', input });
      expect(beyond.errors?.[0]?.message).toContain('the maximum is 250');
    },
  );

  it.each([
    ['a NUL', 'a\0b'],
    ['a high surrogate', 'a\ud800b'],
    ['a low surrogate', '\udc00'],
  ])('reject a string with %s anywhere in the variables', async (_what, text) => {
    const given = await corpus.ask(
      'query ($filter: PositionFilter) { positions(filter: $filter) { totalCount } }',
      { filter: { coders: ['me', text] } },
    );
    const unused = await corpus.ask('{ actors { totalCount } }', { unused: [{ text }] });

    expect(given.errors?.[0]?.extensions).toEqual({
      code: 'BAD_INPUT',
      input: ['variables', 'filter', 'coders', 1],
    });
    expect(unused.errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
  });

  it.each([
    ['{ actor(slug: "a\\u0000b") { id } }', 'BAD_INPUT'],
    ['{ actor(slug: """a\0b""") { id } }', 'BAD_INPUT'],
    ['query ($slug: String! = "\\u0000") { actor(slug: $slug) { id } }', 'BAD_INPUT'],
    ['{ actor(slug: "\\ud800") { id } }', 'GRAPHQL_PARSE_FAILED'],
    ['{ actor(slug: "\ud800") { id } }', 'GRAPHQL_PARSE_FAILED'],
  ])('reject such a string in the operation itself: %j', async (query, code) => {
    const { errors } = await corpus.ask(query);

    expect(errors?.[0]?.extensions?.code).toBe(code);
  });
});

function membersWithin(depth: number): string {
  return depth === 1
    ? '{ slug }'
    : depth === 2
      ? '{ party(on: "2007-01-01") { slug } }'
      : `{ members { member ${membersWithin(depth - 2)} } }`;
}

/** In two lists: validation compares the fields of a selection set, and rejects more than a thousand. */
function slugs(tokens: number): string {
  const half = Math.floor((tokens - 14) / 2);
  return `{ actors { nodes { ${'slug '.repeat(half)} } } codebooks { nodes { ${'slug '.repeat(tokens - 14 - half)} } } }`;
}

function hamas(count: number): string[] {
  return Array.from({ length: count }, () => 'hamas');
}
