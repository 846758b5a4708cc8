import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { CODEBOOK, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';

/** Tom Arden wrote for the guild until the end of 2007, and for the council since 2008. */
const ACTORS = `actors:
  - { slug: port-council, name: Port Council, kind: ORGANISATION }
  - { slug: pilots-guild, name: Pilots' Guild, kind: ORGANISATION }
  - slug: tom-arden
    name: Tom Arden
    kind: PERSON
    affiliations:
      - { organisation: pilots-guild, to: 2007-12-31 }
      - { organisation: port-council, from: 2008-01-01 }
  - { slug: rosa-lind, name: Rosa Lind, kind: PERSON, affiliations: [{ organisation: pilots-guild }] }
`;

/** Reference, author, dates as in the file, what is coded as said in it, and the answer. */
const LETTERS = [
  ['dated', 'tom-arden', 'createdAt: 2007-05-01', '2007-05-01', 'pilots-guild', true],
  ['of-a-year', 'tom-arden', 'createdAt: 2008', '2007-05-01', 'port-council', true],
  ['released-before', 'tom-arden', 'releasedAt: 2007-12', '2006', 'pilots-guild', true],
  ['said-after', 'tom-arden', 'rights: none', '2008-02', 'port-council', true],
  ['said-before', 'tom-arden', 'releasedAt: 2015', '2007-05-01', 'pilots-guild', false],
  ['released-after', 'tom-arden', 'releasedAt: 2008-01-01', null, 'port-council', false],
  ['without-any', 'tom-arden', 'rights: none', null, 'port-council', false],
  ['never-changed', 'rosa-lind', 'rights: none', null, 'pilots-guild', true],
] as const;

const letter = ([
  reference,
  author,
  dates,
]: (typeof LETTERS)[number]): string => `reference: ${reference}
kind: LETTER
${dates}
authors: [{ name: ${author}, actor: ${author} }]
excerpts: ["The letter ${reference} speaks of the tide."]
`;

const coding = (
  [reference, author, , saidOn]: (typeof LETTERS)[number],
  day: string | null = saidOn,
): string => `document: ${reference}
codebook: quay-terms
version: 1
coder: quay-coder
statements:
  - id: tide
    holder: rosa-lind
    statedOn: ${day ?? '1999'}
    onOrBefore: ${day === null}
    channel: PRIVATE
    wording: PARAPHRASE
    quote: The letter ${reference} speaks of the tide.
    attribution: [{ speaker: rosa-lind, channel: PRIVATE }, { speaker: ${author}, channel: PRIVATE }]
    positions: [{ condition: TIDE, stance: UPHOLDS, summary: The tide. }]
`;

const FILES = {
  'actors.yaml': ACTORS,
  'codebook.yaml': CODEBOOK,
  ...Object.fromEntries(LETTERS.map((each) => [`${each[0]}.yaml`, letter(each)])),
  ...Object.fromEntries(LETTERS.map((each) => [`${each[0]}-coding.yaml`, coding(each)])),
};

const SEEN = `query ($r: Int) {
  council: documents(filter: { writtenBy: ["port-council"] }, revision: $r) { nodes { reference } }
  guild: documents(filter: { writtenBy: ["pilots-guild"], kinds: [LETTER] }, revision: $r) { nodes { reference } }
  documents(filter: { kinds: [LETTER] }, first: 50, revision: $r) { nodes { reference authorPartyCertain } }
  comparison(actors: ["rosa-lind"], reportedBy: ["port-council", "pilots-guild"], conditions: ["TIDE"],
    codebook: "quay-terms", revision: $r) {
    uncertainPartyCount rows { reportedBy { slug } cells { count uncertainPartyCount } }
  }
  filtered: comparison(actors: ["rosa-lind"], filter: { reportedBy: ["pilots-guild"] }, conditions: ["TIDE"],
    codebook: "quay-terms", revision: $r) { rows { cells { count uncertainPartyCount } } }
  plain: comparison(actors: ["rosa-lind"], conditions: ["TIDE"], codebook: "quay-terms", revision: $r) {
    uncertainPartyCount
  }
}`;

describe('a document whose author changed party', () => {
  const corpus = useOwnCorpus();
  const write = async (files: Record<string, string>): Promise<number> => {
    const paths = [await writeFiles(files)];
    await importPaths(corpus.store, { paths, author: 'test', dryRun: false });
    return latestRevision(corpus.store.sql);
  };
  const seen = async (r?: number) => {
    const { data, errors } = await corpus.ask(SEEN, { r });
    expect(errors).toBeUndefined();
    const ours = new Set<string>(LETTERS.map(([reference]) => reference));
    const certain = new Map<string, boolean>(
      data.documents.nodes.map((node: { reference: string; authorPartyCertain: boolean }) => [
        node.reference,
        node.authorPartyCertain,
      ]),
    );
    const answers = (['council', 'guild'] as const).flatMap((name) =>
      data[name].nodes
        .map(({ reference }: { reference: string }) => reference)
        .filter((reference: string) => ours.has(reference))
        .map((reference: string) => [
          reference,
          [name === 'council' ? 'port-council' : 'pilots-guild', certain.get(reference)],
        ]),
    );
    return { data, letters: Object.fromEntries(answers) };
  };
  const expected = Object.fromEntries(
    LETTERS.map(([reference, , , , party, certain]) => [reference, [party, certain]]),
  );
  let first = 0;
  beforeAll(async () => {
    first = await write(FILES);
  });

  it('counts by the days on which it can have been written, and says where these do not decide', async () => {
    expect((await seen()).letters).toEqual(expected);
  });

  it('is counted as uncertain where documents are selected by reporter, and only there', async () => {
    const { comparison, filtered, plain } = (await seen()).data;

    expect(comparison).toEqual({
      uncertainPartyCount: 3,
      rows: [
        { reportedBy: { slug: 'port-council' }, cells: [{ count: 4, uncertainPartyCount: 2 }] },
        { reportedBy: { slug: 'pilots-guild' }, cells: [{ count: 4, uncertainPartyCount: 1 }] },
      ],
    });
    expect(filtered.rows[0].cells).toEqual([{ count: 4, uncertainPartyCount: 1 }]);
    expect(plain.uncertainPartyCount).toBe(0);
  });

  it('follows what is coded in it, in the new revision only', async () => {
    const [, , , saidAfter] = LETTERS;
    await write({ 'coding.yaml': coding(saidAfter, '2007-02') });

    expect((await seen()).letters).toEqual({ ...expected, 'said-after': ['pilots-guild', false] });
    expect((await seen(first)).letters).toEqual(expected);
  });
});
