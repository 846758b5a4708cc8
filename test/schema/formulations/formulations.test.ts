import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { ACTORS, CODEBOOK, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useCorpus, useOwnCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const CONDITIONS = ['NONVIOLENCE', 'RECOGNITION', 'PRIOR_AGREEMENTS', 'CONTACT', 'ASSISTANCE'];

const FORMULATION = `words count firstAnywhere firstUser { slug }
  firstUse { id statedOn evidence { exact } holder { slug } }
  lastUse { id statedOn } firstUseAnywhere { id statedOn party { slug } }
  otherUsers { party { slug } count firstUse { statedOn } }
  variants { words count }
  uses(first: 100) { totalCount nodes { id statedOn wording party { slug } evidence { exact } } }`;

const query = (condition: string, args = '') =>
  `{ formulations(condition: "${condition}"${args}) { revision similarity condition { code } parties {
      actor { slug } count formulations(first: 100) { totalCount nodes { ${FORMULATION} } } } } }`;

describe('Query.formulations on the seed corpus', () => {
  const corpus = useCorpus();

  async function queryFormulations(condition: string, args?: string): Promise<Loose> {
    const { data, errors } = await corpus.ask(query(condition, args));
    if (errors) throw new Error(JSON.stringify(errors));
    return data.formulations;
  }

  async function statements(args: string): Promise<number> {
    await queryFormulations('RECOGNITION', args);
    corpus.takeQueries();
    await queryFormulations('RECOGNITION', args);
    return corpus.takeQueries().length;
  }

  it.each(CONDITIONS)('includes every verbatim position exactly once: %s', async (condition) => {
    const { data } = await corpus.ask(
      `{ positions(conditions: ["${condition}"], filter: { wordings: [VERBATIM] }, first: 100) { nodes { id party { slug } } } }`,
    );

    const { parties } = await queryFormulations(condition);

    const found = parties.flatMap(({ actor, formulations }: Loose) =>
      formulations.nodes.flatMap(({ uses }: Loose) =>
        uses.nodes.map(({ id }: Loose) => `${actor.slug} ${id}`),
      ),
    );
    const expected = data.positions.nodes.map(({ id, party }: Loose) => `${party.slug} ${id}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(found.length).toBeGreaterThan(3);
  });

  it.each(CONDITIONS)('orders formulations by first use: %s', async (condition) => {
    const { parties } = await queryFormulations(condition);

    for (const { actor, count, formulations } of parties) {
      const { nodes } = formulations;
      const days = nodes.map(({ firstUse }: Loose) => firstUse.statedOn);
      expect(days).toEqual(days.toSorted());
      expect(count).toBe(nodes.reduce((sum: number, each: Loose) => sum + each.count, 0));
      for (const each of nodes) {
        const uses = each.uses.nodes;
        expect(each.count).toBe(each.uses.totalCount);
        expect(each.words).toBe(
          each.firstUse.evidence.map(({ exact }: Loose) => exact).join(' … '),
        );
        expect(each.firstUser).toEqual(each.firstUse.holder);
        expect([each.firstUse.id, each.lastUse.id]).toEqual([uses[0].id, uses.at(-1).id]);
        expect(uses.every((p: Loose) => p.wording === 'VERBATIM')).toBe(true);
        expect(uses.every((p: Loose) => p.party.slug === actor.slug)).toBe(true);
        expect(each.variants.map(({ words }: Loose) => words)).toContain(each.words);
        expect(each.firstUseAnywhere.id === each.firstUse.id).toBe(each.firstAnywhere);
      }
    }
  });

  it('includes other wordings if the filter names them', async () => {
    const { parties } = await queryFormulations(
      'RECOGNITION',
      ', filter: { wordings: [PARAPHRASE] }',
    );

    const wordings = parties.flatMap(({ formulations }: Loose) =>
      formulations.nodes.flatMap(({ uses }: Loose) => uses.nodes.map((p: Loose) => p.wording)),
    );
    expect(new Set(wordings)).toEqual(new Set(['PARAPHRASE']));
  });

  it('returns the requested actors in order, including one without formulations', async () => {
    const { parties } = await queryFormulations(
      'NONVIOLENCE',
      ', actors: ["hamas", "al-alam", "united-states"]',
    );

    expect(parties.map(({ actor }: Loose) => actor.slug)).toEqual([
      'hamas',
      'al-alam',
      'united-states',
    ]);
    expect(parties[1]).toMatchObject({ count: 0, formulations: { totalCount: 0, nodes: [] } });
  });

  it('returns a citation', async () => {
    const { data } = await corpus.ask(
      '{ formulations(condition: "CONTACT", actors: ["hamas", "russia"], revision: 1) { citation { title revision } } }',
    );

    expect(data.formulations.citation.revision).toBe(1);
    expect(data.formulations.citation.title).toMatch(/^Formulations of .+ by Hamas and Russia$/);
  });

  it('sends as many statements for many formulations as for few', async () => {
    const few = await statements(', actors: ["hamas"]');
    const many = await statements('');

    // Evidence; positions.
    expect([few, many]).toEqual([2, 2]);
  });

  it.each([
    ['condition: "PEACE"', 'UNKNOWN_CONDITION', ['condition']],
    ['condition: "CONTACT", actors: ["hamaz"]', 'UNKNOWN_ACTOR', ['actors', 0]],
    ['condition: "CONTACT", similarity: 1.1', 'BAD_INPUT', ['similarity']],
    ['condition: "CONTACT", similarity: -0.1', 'BAD_INPUT', ['similarity']],
    ['condition: "CONTACT", revision: 9', 'UNKNOWN_REVISION', ['revision']],
  ])('rejects %s', async (args, code, input) => {
    const { errors } = await corpus.ask(`{ formulations(${args}) { revision } }`);

    expect(errors?.[0]?.extensions).toMatchObject({ code, input });
  });
});

const REFERENCE = '2009-04-01-words-on-the-quay';

/** Holder, date and words: the same words three times, once misspelt. */
const SAID = [
  ['port-council', '2009-01-10', 'The quay stays closed until it is dredged'],
  ['tom-arden', '2009-01-20', 'THE QUAY STAYS CLOSED, until it is dredged'],
  ['pilots-guild', '2009-01-15', 'the quay stays closed until it is dregded!'],
  ['tom-arden', '2009-01-05', 'We sail when the water lets us'],
  ['port-council', '2009-02-01', 'The pilots may sail by night'],
] as const;

const CODING = `document: ${REFERENCE}
codebook: quay-terms
version: 1
coder: quay-coder
statements:
${SAID.map(
  ([holder, day, words], i) => `  - id: said-${i + 1}
    holder: ${holder}
    statedOn: ${day}
    channel: PUBLIC
    wording: VERBATIM
    quote: "${words}"
    attribution:
      - { speaker: ${holder}, channel: PUBLIC }
      - { speaker: evening-gazette, channel: PUBLIC }
    positions:
      - { condition: CLOSED_QUAY, stance: UPHOLDS, summary: What was said. }
`,
).join('')}`;

describe('Query.formulations with words shared by several parties', () => {
  const corpus = useOwnCorpus();
  let folder = '';
  beforeAll(async () => {
    folder = await writeFiles({
      'actors.yaml': ACTORS,
      'codebook.yaml': CODEBOOK,
      'article.yaml': `reference: ${REFERENCE}
kind: NEWS_ARTICLE
title: Words on the Quay
createdAt: 2009-04-01
authors:
  - { name: The Evening Gazette, actor: evening-gazette }
excerpts:
${SAID.map(([, , words]) => `  - "It was said: ${words}"`).join('\n')}
`,
      'coding.yaml': CODING,
    });
    const note = { author: 'test', message: 'words' };
    await importPaths(corpus.store, { paths: [folder], ...note, dryRun: false });
  });

  async function queryFormulations(args = ''): Promise<Loose> {
    const { data, errors } = await corpus.ask(
      query('CLOSED_QUAY', `, codebook: "quay-terms"${args}`),
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.formulations.parties;
  }

  it('returns the first user and the other users of a formulation', async () => {
    const [guild, council] = await queryFormulations();

    expect([guild.actor.slug, council.actor.slug]).toEqual(['pilots-guild', 'port-council']);
    const [sail, quay] = guild.formulations.nodes;
    expect(sail).toMatchObject({ words: SAID[3][2], firstAnywhere: true, otherUsers: [] });
    expect(quay).toMatchObject({
      words: SAID[2][2],
      count: 2,
      firstUser: { slug: 'pilots-guild' },
      firstUse: { statedOn: '2009-01-15' },
      lastUse: { statedOn: '2009-01-20' },
      firstAnywhere: false,
      firstUseAnywhere: { statedOn: '2009-01-10', party: { slug: 'port-council' } },
      otherUsers: [
        { party: { slug: 'port-council' }, count: 1, firstUse: { statedOn: '2009-01-10' } },
      ],
      variants: [
        { words: SAID[2][2], count: 1 },
        { words: SAID[1][2], count: 1 },
      ],
    });
    expect(council.formulations.nodes[0]).toMatchObject({
      words: SAID[0][2],
      firstAnywhere: true,
      otherUsers: [{ party: { slug: 'pilots-guild' }, count: 2 }],
    });
  });

  it('groups equal words only at similarity 1, ignoring case and punctuation', async () => {
    const [guild] = await queryFormulations(', similarity: 1');

    expect(guild.formulations.nodes.map((each: Loose) => [each.words, each.count])).toEqual([
      [SAID[3][2], 1],
      [SAID[2][2], 1],
      [SAID[1][2], 1],
    ]);
    expect(guild.formulations.nodes.map((each: Loose) => each.firstAnywhere)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('separates an actor from the rest of its party', async () => {
    const [master] = await queryFormulations(', actors: ["tom-arden"]');

    expect(master.formulations.nodes[1]).toMatchObject({
      words: SAID[1][2],
      count: 1,
      firstAnywhere: false,
      firstUseAnywhere: { statedOn: '2009-01-10' },
      otherUsers: [
        { party: { slug: 'port-council' }, count: 1 },
        { party: { slug: 'pilots-guild' }, count: 1 },
      ],
    });
  });

  it('reads words from filtered positions only', async () => {
    const [guild, ...others] = await queryFormulations(
      ', filter: { statedFrom: "2009-01-12", statedTo: "2009-01-31" }',
    );

    expect(others).toEqual([]);
    expect(guild.formulations.nodes).toMatchObject([{ words: SAID[2][2], firstAnywhere: true }]);
  });
});
