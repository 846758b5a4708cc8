import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { CODEBOOK, EXCERPTS, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';

const PEOPLE = Array.from({ length: 1100 }, (_, i) => `pilot-${i}`);

/** Everyone joined in 2000 and left in 2008; each spoke in 1999, and the last hundred also in 2009. */
const ACTORS = `actors:
  - { slug: pilots-guild, name: Pilots' Guild, kind: ORGANISATION }
  - { slug: evening-gazette, name: The Evening Gazette, kind: MEDIA_OUTLET }
${PEOPLE.map(
  (slug) =>
    `  - { slug: ${slug}, name: Pilot ${slug}, kind: PERSON, affiliations: [{ organisation: pilots-guild, from: 2000-01-01, to: 2008 }] }\n`,
).join('')}`;

const coding = (slug: string, date: string): string => `  - id: ${slug}-${date}
    holder: ${slug}
    statedOn: ${date}
    channel: PUBLIC
    wording: PARAPHRASE
    quote: It was ${slug} on ${date} who said so.
    attribution:
      - { speaker: ${slug}, channel: PUBLIC }
      - { speaker: evening-gazette, channel: PUBLIC }
    positions:
      - { condition: TIDE, stance: UPHOLDS, summary: Waits. }
`;

const SAID = [
  ...PEOPLE.map((slug) => [slug, '1999-05-01'] as const),
  ...PEOPLE.slice(1000).map((slug) => [slug, '2009-01-01'] as const),
];

const filesOf = (said: readonly (readonly [string, string])[]) => ({
  'actors.yaml': ACTORS,
  'codebook.yaml': CODEBOOK,
  'article.yaml': `${EXCERPTS.split('excerpts:')[0]}excerpts:\n${said
    .map(([slug, date]) => `  - It was ${slug} on ${date} who said so.\n`)
    .join('')}`,
  'coding.yaml': `document: 2009-03-01-northern-quay-shut-for-now
codebook: quay-terms
version: 1
coder: quay-coder
statements:
${said.map(([slug, date]) => coding(slug, date)).join('')}`,
});

const GROUPED = `query ($first: Int) {
  comparison(groupBy: PARTY, codebook: "quay-terms", first: $first) {
    actorCount rows { actor { slug } uncertainPartyCount cells { count } }
  }
}`;

describe('a comparison of the parties of 1,100 dated people', () => {
  const corpus = useOwnCorpus();
  const write = async (said: readonly (readonly [string, string])[]): Promise<void> => {
    const paths = [await writeFiles(filesOf(said))];
    await importPaths(corpus.store, { paths, author: 'test', dryRun: false });
  };
  beforeAll(() => write(SAID));

  it('counts before the first affiliation for it, and has no row for those who never stand alone', async () => {
    const { data, errors } = await corpus.ask(GROUPED, { first: 2 });

    expect(errors).toBeUndefined();
    expect(data.comparison).toEqual({
      actorCount: 101,
      rows: [
        {
          actor: { slug: 'pilots-guild' },
          uncertainPartyCount: 1100,
          cells: [{ count: 0 }, { count: 1100 }],
        },
        {
          actor: { slug: 'pilot-1000' },
          uncertainPartyCount: 0,
          cells: [{ count: 0 }, { count: 1 }],
        },
      ],
    });
  });

  it('lists the first ones of more parties than it can have rows', async () => {
    await write(PEOPLE.map((slug) => [slug, '2009-01-01'] as const));

    const some = await corpus.ask(GROUPED, { first: 12 });
    const all = await corpus.ask(GROUPED);

    expect(some.errors).toBeUndefined();
    expect(some.data.comparison).toMatchObject({ actorCount: 1100 });
    expect(some.data.comparison.rows).toHaveLength(12);
    expect(all.errors?.[0]).toMatchObject({
      message: expect.stringContaining('has 1100 rows; the maximum is 1000'),
      extensions: { code: 'BAD_INPUT', input: ['first'] },
    });
  });
});
