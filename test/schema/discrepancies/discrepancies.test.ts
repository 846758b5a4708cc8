import { beforeAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { type Loose, withPinnedIds } from '../loose.ts';

const POSITION = `id statedOn value channel wording modality retellings coder
  holder { slug kind } condition { code } document { reference }`;
const PAIR = `a { ${POSITION} } b { ${POSITION} } condition { code } kinds
  contrasts { aspect a b } stanceDifference daysApart { min max } certain`;

describe('Query.discrepancies', () => {
  const corpus = useCorpus();

  async function discrepancies(args: string, page = 'first: 100'): Promise<Loose> {
    const { data, errors } = await corpus.ask(
      `{ discrepancies(${args}) { revision within atLeast positionCount
           actor { slug } conditions { code } counts { kind count } citation { title url }
           pairs(${page}) { totalCount edges { cursor } nodes { ${PAIR} }
             pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.discrepancies;
  }

  it('pairs public and private positions of Khaled Mishal as PUBLIC_VS_PRIVATE', async () => {
    const found = await discrepancies(
      'actor: "khaled-mishal", condition: "RECOGNITION", kinds: [PUBLIC_VS_PRIVATE]',
    );

    expect(found).toMatchObject({ within: 365, atLeast: 1, positionCount: 5 });
    expect(found.pairs.totalCount).toBe(4);
    for (const { a, b, kinds, contrasts, stanceDifference } of found.pairs.nodes) {
      expect(new Set([a.channel, b.channel])).toEqual(new Set(['PUBLIC', 'PRIVATE']));
      expect(kinds).toEqual(['PUBLIC_VS_PRIVATE']);
      expect(contrasts).toContainEqual({ aspect: 'CHANNEL', a: a.channel, b: b.channel });
      expect(stanceDifference).toBe(1);
    }
    expect(found.pairs.nodes.map((p: Loose) => [p.daysApart, p.certain])).toEqual([
      [{ min: 0, max: null }, false],
      [{ min: 0, max: 0 }, true],
      [{ min: 0, max: null }, false],
      [{ min: 0, max: 0 }, true],
    ]);
  });

  it('pairs the American defence of contacts with their denial as ASSERTED_VS_DENIED', async () => {
    const { pairs, counts } = await discrepancies(
      'actor: "united-states", condition: "CONTACT", within: 0, atLeast: 4',
    );

    expect(pairs.nodes).toHaveLength(1);
    expect(pairs.nodes[0]).toMatchObject({
      a: { holder: { slug: 'united-states' }, modality: 'ASSERTED', value: -2 },
      b: { holder: { slug: 'us-state-department' }, modality: 'DENIED', value: 2 },
      condition: { code: 'CONTACT' },
      kinds: ['ASSERTED_VS_DENIED'],
      contrasts: [
        { aspect: 'HOLDER', a: 'united-states', b: 'us-state-department' },
        { aspect: 'MODALITY', a: 'ASSERTED', b: 'DENIED' },
      ],
      stanceDifference: 4,
      daysApart: { min: 0, max: null },
      certain: false,
    });
    expect(counts.map((each: Loose) => each.count)).toEqual([0, 0, 1, 0, 0]);
  });

  it('returns all pairs that meet the criteria, for every party', async () => {
    for (const actor of ['united-states', 'russia', 'hamas']) {
      const { data } = await corpus.ask(
        `{ positions(actors: ["${actor}"], first: 100) { nodes { ${POSITION} } } }`,
      );
      const all: Loose[] = data.positions.nodes;
      for (const [within, atLeast] of [
        [0, 1],
        [365, 1],
        [2000, 2],
        [10_000, 3],
      ] as const) {
        const found = await discrepancies(
          `actor: "${actor}", within: ${within}, atLeast: ${atLeast}`,
        );
        const expected = all.flatMap((a, i) =>
          all.slice(i + 1).filter((b) => clash(a, b, within, atLeast)),
        );

        expect(found.positionCount).toBe(all.length);
        expect(found.pairs.totalCount).toBe(expected.length);
        expect(found.pairs.nodes).toHaveLength(expected.length);
        expect(new Set(found.pairs.nodes.map((p: Loose) => `${p.a.id}/${p.b.id}`)).size).toBe(
          expected.length,
        );
        for (const { a, b } of found.pairs.nodes) {
          expect(clash(a, b, within, atLeast)).toBe(true);
          expect(a.statedOn <= b.statedOn).toBe(true);
        }
        for (const { kind, count } of found.counts)
          expect(found.pairs.nodes.filter((p: Loose) => p.kinds.includes(kind))).toHaveLength(
            count,
          );
      }
    }
  });

  it('lists every contrast with the values of both positions', async () => {
    const { pairs } = await discrepancies('actor: "hamas", within: 10000');

    expect(pairs.nodes.length).toBeGreaterThan(10);
    for (const { a, b, contrasts } of pairs.nodes) {
      const [ofA, ofB] = [aspects(a), aspects(b)];
      const expected = Object.keys(ofA)
        .filter((aspect) => ofA[aspect] !== ofB[aspect])
        .map((aspect) => ({ aspect, a: ofA[aspect], b: ofB[aspect] }));
      expect(contrasts).toEqual(expected);
    }
  });

  it('returns PERSON_VS_PARTY only if the person was part of the party on the day', async () => {
    const { pairs } = await discrepancies(
      'actor: "hamas", within: 10000, kinds: [PERSON_VS_PARTY]',
    );

    expect(pairs.nodes.length).toBeGreaterThan(0);
    for (const { a, b } of pairs.nodes)
      expect(new Set([a.holder.kind, b.holder.kind])).toEqual(new Set(['ORGANISATION', 'PERSON']));
  });

  it('filters by kind; the kinds together cover all pairs', async () => {
    const all = await discrepancies('actor: "hamas"');
    const seen = new Set<string>();

    for (const { kind, count } of all.counts) {
      const { pairs } = await discrepancies(`actor: "hamas", kinds: [${kind}]`);

      expect(pairs.totalCount).toBe(count);
      for (const { a, b, kinds } of pairs.nodes) {
        expect(kinds).toContain(kind);
        seen.add(`${a.id}/${b.id}`);
      }
    }

    expect(seen.size).toBe(all.pairs.totalCount);
    expect((await discrepancies('actor: "hamas", kinds: []')).pairs.totalCount).toBe(0);
  });

  it('returns the same pairs paged forwards and backwards', async () => {
    const args = 'actor: "russia", within: 5000';
    const whole = await discrepancies(args);
    const forwards: Loose[] = [];
    const backwards: Loose[] = [];

    for (let after = ''; ; ) {
      const { pairs } = await discrepancies(args, `first: 7${after}`);
      forwards.push(...pairs.nodes);
      expect(pairs.totalCount).toBe(whole.pairs.totalCount);
      expect(pairs.pageInfo.hasPreviousPage).toBe(after !== '');
      expect(pairs.pageInfo.startCursor).toBe(pairs.edges[0].cursor);
      if (!pairs.pageInfo.hasNextPage) break;
      after = `, after: "${pairs.pageInfo.endCursor}"`;
    }
    for (let before = ''; ; ) {
      const { pairs } = await discrepancies(args, `last: 6${before}`);
      backwards.unshift(...pairs.nodes);
      if (!pairs.pageInfo.hasPreviousPage) break;
      before = `, before: "${pairs.pageInfo.startCursor}"`;
    }

    expect(whole.pairs.totalCount).toBeGreaterThan(14);
    expect(forwards).toEqual(whole.pairs.nodes);
    expect(backwards).toEqual(whole.pairs.nodes);
  });

  it('compares positions within each condition, in codebook order', async () => {
    const { conditions, pairs } = await discrepancies('actor: "russia", within: 5000');

    const order = conditions.map(({ code }: Loose) => code);
    const places = pairs.nodes.map((pair: Loose) => order.indexOf(pair.condition.code));
    expect(order).toHaveLength(5);
    expect(places).toEqual(places.toSorted((a: number, b: number) => a - b));
    for (const { a, b } of pairs.nodes) expect(a.condition).toEqual(b.condition);
  });

  it('applies the position filter', async () => {
    const { positionCount, pairs } = await discrepancies(
      'actor: "hamas", filter: { channels: [PUBLIC] }, within: 10000, kinds: [PUBLIC_VS_PRIVATE]',
    );

    expect(positionCount).toBeGreaterThan(1);
    expect(pairs).toMatchObject({ totalCount: 0, nodes: [], edges: [] });
    expect(pairs.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it('returns a citation whose URL repeats the query', async () => {
    const found = await discrepancies('actor: "khaled-mishal", condition: "RECOGNITION"');
    const query = new URL(found.citation.url).searchParams.get('query') ?? '';

    const { data } = await corpus.ask(query);

    expect(found.citation.title).toBe('Discrepancies of Khaled Mishal on Recognise Israel');
    expect(data.discrepancies.pairs).toEqual(withPinnedIds(found.pairs, 1));
  });

  it('loads the positions of a page in one statement', async () => {
    await corpus.ask('{ revisions { totalCount } }');
    corpus.takeQueries();

    await discrepancies('actor: "hamas", within: 5000', 'first: 50');

    // Date of the revision; positions.
    expect(corpus.takeQueries().length).toBeLessThanOrEqual(2);
  });

  describe('input validation', () => {
    let cursor = '';
    beforeAll(async () => {
      const { pairs } = await discrepancies('actor: "hamas"', 'first: 1');
      cursor = pairs.pageInfo.endCursor;
    });

    it.each([
      ['actor: "hamass"', 'UNKNOWN_ACTOR', ['actor'], 'Did you mean "hamas"?'],
      ['actor: "hamas", condition: "RECOGNITON"', 'UNKNOWN_CONDITION', ['condition'], 'it has'],
      ['actor: "hamas", within: -1', 'BAD_INPUT', ['within'], 'must be 0 days or more'],
      ['actor: "hamas", atLeast: 0', 'BAD_INPUT', ['atLeast'], 'from 1 to 4'],
      ['actor: "hamas", atLeast: 5', 'BAD_INPUT', ['atLeast'], 'from 1 to 4'],
      ['actor: "hamas", revision: 0', 'UNKNOWN_REVISION', ['revision'], 'no revision 0'],
    ])('rejects %s', async (args, code, input, message) => {
      const { errors } = await corpus.ask(`{ discrepancies(${args}) { revision } }`);

      expect(errors?.[0]?.extensions).toEqual({ code, input });
      expect(errors?.[0]?.message).toContain(message);
    });

    it.each(['nonsense', '', Buffer.from('pair:1:1').toString('base64url')])(
      'rejects the cursor "%s"',
      async (after) => {
        const { errors } = await corpus.ask(
          `{ discrepancies(actor: "hamas") { pairs(after: "${after}") { totalCount } } }`,
        );

        expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR', input: ['after'] });
      },
    );

    it('rejects a cursor of a list with other criteria', async () => {
      const { errors } = await corpus.ask(
        `{ discrepancies(actor: "russia") { pairs(after: "${cursor}") { totalCount } } }`,
      );

      expect(errors?.[0]?.message).toContain('is not a cursor of this list');
    });
  });
});

/** Whether two positions meet the criteria, computed from their own fields. */
function clash(a: Loose, b: Loose, within: number, atLeast: number): boolean {
  const days = Math.abs(Date.parse(a.statedOn) - Date.parse(b.statedOn)) / 86_400_000;
  return (
    a.condition.code === b.condition.code &&
    days <= within &&
    Math.abs(a.value - b.value) >= atLeast
  );
}

function aspects(position: Loose): Record<string, string> {
  return {
    HOLDER: position.holder.slug,
    CHANNEL: position.channel,
    WORDING: position.wording,
    RETELLINGS: String(position.retellings),
    MODALITY: position.modality,
    DOCUMENT: position.document.reference,
    CODER: position.coder,
  };
}
