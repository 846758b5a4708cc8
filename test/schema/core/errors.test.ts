import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';

/** Query, error code, path of the invalid input, and part of the message. */
const MISTAKES: readonly (readonly [string, string, readonly (string | number)[], string])[] = [
  ['actor(slug: "rusia") { id }', 'UNKNOWN_ACTOR', ['slug'], 'Did you mean "russia"'],
  ['actor(slug: "mishal") { id }', 'UNKNOWN_ACTOR', ['slug'], '"khaled-mishal"'],
  ['actor(slug: "") { id }', 'UNKNOWN_ACTOR', ['slug'], 'no actor ""'],
  [
    'actors(filter: { partOf: "rusia" }) { totalCount }',
    'UNKNOWN_ACTOR',
    ['filter', 'partOf'],
    '"russia"',
  ],
  [
    'positions(actors: ["hamas", "hammas"]) { totalCount }',
    'UNKNOWN_ACTOR',
    ['actors', 1],
    '"hamas"',
  ],
  [
    'positions(filter: { reportedBy: ["united-state"] }) { totalCount }',
    'UNKNOWN_ACTOR',
    ['filter', 'reportedBy', 0],
    '"united-states"',
  ],
  [
    'comparison(actors: ["russia", "hamas", "isreal"]) { revision }',
    'UNKNOWN_ACTOR',
    ['actors', 2],
    '"israel"',
  ],
  [
    'documents(filter: { writtenBy: ["rusia"] }) { totalCount }',
    'UNKNOWN_ACTOR',
    ['filter', 'writtenBy', 0],
    '"russia"',
  ],
  ['document(reference: "07MOSCOW882") { id }', 'UNKNOWN_DOCUMENT', ['reference'], '"07MOSCOW828"'],
  ['document(reference: "07moscow828") { id }', 'UNKNOWN_DOCUMENT', ['reference'], '"07MOSCOW828"'],
  [
    'condition(code: "RECOGNISE") { id }',
    'UNKNOWN_CONDITION',
    ['code'],
    'Did you mean "RECOGNITION"',
  ],
  [
    'condition(code: "CONTACT", codebook: "quartet") { id }',
    'UNKNOWN_CODEBOOK',
    ['codebook'],
    '"quartet-principles"',
  ],
  [
    'positions(conditions: ["CONTACT", "AID"]) { totalCount }',
    'UNKNOWN_CONDITION',
    ['conditions', 1],
    'ASSISTANCE',
  ],
  [
    'positions(codebook: "quartet-principle") { totalCount }',
    'UNKNOWN_CODEBOOK',
    ['codebook'],
    '"quartet-principles"',
  ],
  [
    'comparison(actors: ["hamas"], conditions: ["contact"]) { revision }',
    'UNKNOWN_CONDITION',
    ['conditions', 0],
    '"CONTACT"',
  ],
  [
    'comparison(actors: ["hamas"], codebook: "quartet-principles@7") { revision }',
    'UNKNOWN_CODEBOOK',
    ['codebook'],
    'its versions are 1',
  ],
  [
    'codebook(slug: "quartett-principles") { id }',
    'UNKNOWN_CODEBOOK',
    ['slug'],
    '"quartet-principles"',
  ],
  ['codebook(version: 2) { id }', 'UNKNOWN_CODEBOOK', ['version'], 'its versions are 1'],
  ['codebook(version: 0) { id }', 'UNKNOWN_CODEBOOK', ['version'], 'its versions are 1'],
  [
    'codebook(slug: "quartet-principles", version: -1) { id }',
    'UNKNOWN_CODEBOOK',
    ['version'],
    'its versions are 1',
  ],
  [
    'positions(filter: { coders: ["founding-coder"] }) { totalCount }',
    'UNKNOWN_CODER',
    ['filter', 'coders', 0],
    '"founding-coders"',
  ],
  [
    'comparison(actors: ["hamas"], filter: { coders: ["founding-coders", "me"] }) { revision }',
    'UNKNOWN_CODER',
    ['filter', 'coders', 1],
    'no coder "me"',
  ],
  [
    'comparison(actors: ["hamas"], revision: 2) { revision }',
    'UNKNOWN_REVISION',
    ['revision'],
    'the latest is 1',
  ],
  [
    'comparison(actors: ["hamas"], revision: 0) { revision }',
    'UNKNOWN_REVISION',
    ['revision'],
    'the latest is 1',
  ],
  [
    'comparison(actors: ["hamas"], revision: -1) { revision }',
    'UNKNOWN_REVISION',
    ['revision'],
    'the latest is 1',
  ],
  [
    'positions(filter: { maxRetellings: -1 }) { totalCount }',
    'BAD_INPUT',
    ['filter', 'maxRetellings'],
    '0 or more',
  ],
  [
    'positions(filter: { statedFrom: "2007-03-01", statedTo: "2007-02-28" }) { totalCount }',
    'BAD_INPUT',
    ['filter', 'statedFrom'],
    '2007-02-28',
  ],
];

describe('errors of a query', () => {
  const corpus = useCorpus();

  it.each(MISTAKES)(
    'have code, input path and suggestion: %s',
    async (query, code, input, help) => {
      const { errors } = await corpus.ask(`{ ${query} }`);

      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions).toEqual({ code, input });
      expect(errors?.[0]?.message).toContain(help);
      expect(errors?.[0]?.path).toEqual([query.slice(0, query.indexOf('('))]);
    },
  );

  it('have the input path in the filter of a nested list', async () => {
    const { errors } = await corpus.ask(
      '{ actor(slug: "hamas") { positions(filter: { coders: ["me"] }) { totalCount } } }',
    );

    expect(errors?.[0]?.path).toEqual(['actor', 'positions']);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'UNKNOWN_CODER',
      input: ['filter', 'coders', 0],
    });
  });

  it('leave the remaining data intact', async () => {
    const { data, errors } = await corpus.ask(
      '{ document(reference: "nothing-like-it-anywhere") { id } }',
    );

    expect(data).toEqual({ document: null });
    expect(errors?.[0]?.message).toBe('There is no document "nothing-like-it-anywhere".');
  });

  it.each([
    '2007-02-30',
    '2007-2-27',
    '27.2.2007',
    '2007-02',
    'soon',
    '',
    '2007-02-27T10:00',
    '+02007-02-27',
  ])('report an invalid date: %s', async (day) => {
    const inline = await corpus.ask(
      `{ positions(filter: { statedFrom: ${JSON.stringify(day)} }) { totalCount } }`,
    );
    const variable = await corpus.ask(
      'query ($day: Date) { positions(filter: { statedTo: $day }) { totalCount } }',
      { day },
    );

    for (const { errors, data } of [inline, variable]) {
      expect(data).toBeUndefined();
      expect(errors?.[0]?.message).toContain('Write it as YYYY-MM-DD');
      expect(errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
    }
  });

  it('report a date that is not a string', async () => {
    const { errors } = await corpus.ask(
      'query ($day: Date) { positions(filter: { statedTo: $day }) { totalCount } }',
      { day: 20070227 },
    );

    expect(errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
  });

  it('report a name above the maximum length', async () => {
    const { errors } = await corpus.ask(
      'query ($name: String) { actors(filter: { name: $name }) { totalCount } }',
      { name: 'meshaal'.repeat(700) },
    );

    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: ['filter', 'name'] });
  });

  it('suggest names for unknown fields and enum values', async () => {
    const field = await corpus.ask('{ actor(slug: "hamas") { nmae } }');
    const level = await corpus.ask('{ positions(filter: { channels: [PUBLICK] }) { totalCount } }');

    expect(field.errors?.[0]?.message).toContain('Did you mean "name"');
    expect(level.errors?.[0]?.message).toContain('Did you mean the enum value "PUBLIC"');
  });
});
