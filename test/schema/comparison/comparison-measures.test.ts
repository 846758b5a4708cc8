import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const CELLS = `rows { actor { slug } reportedBy { slug } cells {
  condition { code } reportedBy { slug } count mean agreement publicPrivateGap
  distribution { value count } trend { from to count mean median distribution { count } }
  positions(first: 100) { nodes { id value statedOn channel document { reference authors: correspondents { role actor { slug } } } } }
} }`;

describe('measures of Query.comparison', () => {
  const corpus = useCorpus();
  const queryComparison = async (args: string, fields: string): Promise<Loose> => {
    const { data, errors } = await corpus.ask(`{ comparison(${args}) { ${fields} } }`);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.comparison;
  };

  it('match the positions of each cell', async () => {
    const cells = cellsOf(
      await queryComparison('actors: ["united-states", "russia", "hamas"]', CELLS),
    );

    for (const { positions, publicPrivateGap, agreement, count, trend } of cells) {
      const values = (channels: readonly string[]): number[] =>
        positions.nodes
          .filter(({ channel }: Loose) => channels.includes(channel))
          .map(({ value }: Loose) => value);
      const [open, closed] = [values(['PUBLIC']), values(['PRIVATE', 'INTERNAL'])];
      const gap = open.length * closed.length === 0 ? null : average(open) - average(closed);
      expect(publicPrivateGap === null).toBe(gap === null);
      expect(publicPrivateGap ?? 0).toBeCloseTo(gap ?? 0, 12);
      expect(agreement === null).toBe(count === 0);
      const years = Map.groupBy(positions.nodes, ({ statedOn }: Loose) => statedOn.slice(0, 4));
      expect(
        trend.map(({ from, to, count: inYear, mean }: Loose) => [from, to, inYear, mean]),
      ).toEqual(
        [...years].map(([year, those]) => [
          `${year}-01-01`,
          `${year}-12-31`,
          those.length,
          expect.closeTo(average(those.map(({ value }: Loose) => value)), 12),
        ]),
      );
    }
    expect(cells.some(({ publicPrivateGap }) => publicPrivateGap !== null)).toBe(true);
    expect(new Set(cells.map(({ agreement }) => agreement)).size).toBeGreaterThan(3);
  });

  it('include a trend of all cells that counts a position in two rows once', async () => {
    const trends = await Promise.all(
      ['["russia", "sergey-lavrov"]', '["russia"]'].map(async (actors) => {
        const { trend } = await queryComparison(
          `actors: ${actors}`,
          'trend(by: MONTH) { from to count mean }',
        );
        return trend;
      }),
    );
    const cells = cellsOf(await queryComparison('actors: ["russia"]', 'rows { cells { count } }'));

    expect(trends[0]).toEqual(trends[1]);
    expect(trends[0].length).toBeGreaterThan(1);
    expect(inAll(trends[0])).toBe(inAll(cells));
    expect(trends[0][0]).toMatchObject({ from: expect.stringMatching(/-01$/) });
  });

  it('include the divergences of each pair of rows', async () => {
    const { divergences, rows } = await queryComparison(
      'actors: ["united-states", "russia", "hamas", "israel"]',
      `divergences { a { slug } b { slug } condition { code } distance overlap } ${CELLS}`,
    );

    const expected = rows.flatMap((a: Loose, i: number) =>
      rows.slice(i + 1).flatMap((b: Loose) =>
        a.cells.flatMap((cell: Loose, column: number) => {
          const [p, q] = [shares(cell), shares(b.cells[column])];
          if (p === null || q === null) return [];
          const overlap = p.reduce((sum, share, k) => sum + Math.min(share, q[k] ?? 0), 0);
          const [distance, condition] = [moved(p, q) / 4, cell.condition];
          return [rounded({ a: a.actor, b: b.actor, condition, distance, overlap })];
        }),
      ),
    );
    expect(divergences.length).toBeGreaterThan(10);
    expect(divergences.map(rounded)).toEqual(expected);
  });

  it.each([
    '{}',
    '{ statedFrom: "2006-02-10", statedTo: "2007-12-31" }',
    '{ channels: [PRIVATE, INTERNAL] }',
    '{ documentKinds: [CABLE], statedTo: "2006-12-31" }',
  ])('order all parties by number of positions with groupBy: PARTY: %s', async (filter) => {
    const comparison = await queryComparison(
      `groupBy: PARTY, filter: ${filter}`,
      `actorCount ${CELLS}`,
    );
    const few = await queryComparison(
      `groupBy: PARTY, first: 3, filter: ${filter}`,
      `actorCount ${CELLS}`,
    );
    const { data } = await corpus.ask(
      `{ positions(first: 100, filter: ${filter}) { nodes { id party { slug } } } }`,
    );

    const inCells = comparison.rows.flatMap(({ actor, cells }: Loose) =>
      cells.flatMap((cell: Loose) =>
        cell.positions.nodes.map(({ id }: Loose) => [id, actor.slug].join(' ')),
      ),
    );
    expect(inCells.toSorted()).toEqual(
      data.positions.nodes.map(({ id, party }: Loose) => [id, party.slug].join(' ')).toSorted(),
    );
    const totals = comparison.rows.map(({ cells }: Loose) =>
      cells.reduce((sum: number, { count }: Loose) => sum + count, 0),
    );
    expect(totals).toEqual(totals.toSorted((a: number, b: number) => b - a));
    expect(totals.at(-1)).toBeGreaterThan(0);
    expect(totals.length).toBeGreaterThan(3);
    expect(comparison.actorCount).toBe(totals.length);
    expect(few).toEqual({ ...comparison, rows: comparison.rows.slice(0, 3) });
  });

  it('are limited to `first` actors, with the total in actorCount', async () => {
    const fields = `actorCount divergences { a { slug } b { slug } } gaps { actor { slug } } ${CELLS}`;
    const all = await queryComparison('groupBy: PARTY', fields);
    const few = await queryComparison('groupBy: PARTY, first: 2', fields);
    const limited = await queryComparison(
      'groupBy: PARTY, first: 2, reportedBy: ["russia", "united-states"]',
      'actorCount rows { actor { slug } }',
    );
    const [first, second] = all.rows.map(({ actor }: Loose) => actor.slug);

    expect(all.actorCount).toBe(all.rows.length);
    expect(few.actorCount).toBe(all.actorCount);
    expect(few.rows).toEqual(all.rows.slice(0, 2));
    expect(few.divergences.length).toBeGreaterThan(0);
    expect(few.divergences).toEqual(
      all.divergences.filter(({ a, b }: Loose) => a.slug === first && b.slug === second),
    );
    expect(few.gaps).toEqual(
      all.gaps.filter(({ actor }: Loose) => [first, second].includes(actor.slug)),
    );
    expect(limited.rows).toHaveLength(4);
    expect(
      await queryComparison('actors: ["hamas", "russia"], first: 1', 'rows { actor { slug } }'),
    ).toEqual({
      rows: [{ actor: { slug: 'hamas' } }],
    });
  });

  it('accept named parties, counted as in groupBy: PARTY', async () => {
    const all = await queryComparison('groupBy: PARTY', CELLS);
    const slugs = all.rows.map(({ actor }: Loose) => actor.slug);

    const named = await queryComparison(`of: { parties: ${JSON.stringify(slugs)} }`, CELLS);
    const ministry = '["russian-mfa"]';
    const asParty = await queryComparison(
      `of: { parties: ${ministry} }`,
      'rows { cells { count } }',
    );
    const asItself = await queryComparison(`actors: ${ministry}`, 'rows { cells { count } }');

    expect(named).toEqual(all);
    expect(inAll(cellsOf(asParty))).toBe(0);
    expect(inAll(cellsOf(asItself))).toBeGreaterThan(0);
  });

  it('have a row for each reporting actor with reportedBy', async () => {
    const { rows } = await queryComparison(
      'actors: ["hamas", "russia"], reportedBy: ["hamas", "russia", "united-states"]',
      CELLS,
    );
    const alone = await queryComparison(
      'actors: ["hamas"], filter: { reportedBy: ["united-states"] }',
      CELLS,
    );

    expect(rows.map(({ actor, reportedBy }: Loose) => [actor.slug, reportedBy.slug])).toEqual(
      ['hamas', 'russia'].flatMap((actor) =>
        ['hamas', 'russia', 'united-states'].map((reporter) => [actor, reporter]),
      ),
    );
    const reported = rows[2].cells.map(({ count, mean }: Loose) => [count, mean]);
    expect(reported).toEqual(alone.rows[0].cells.map(({ count, mean }: Loose) => [count, mean]));
    expect(reported.some(([count]: number[]) => (count ?? 0) > 0)).toBe(true);
    expect(rows[2].cells[0].reportedBy.slug).toBe('united-states');
  });

  it('list empty cells as gaps, with documents that mention them', async () => {
    const { gaps, rows } = await queryComparison(
      'actors: ["hamas", "russia", "israel"], filter: { channels: [INTERNAL] }',
      `gaps { actor { slug } condition { code indicatorTerms } documentCount
         documents(first: 100) { totalCount nodes { reference text } } } ${CELLS}`,
    );

    const empty = rows.flatMap((row: Loose) =>
      row.cells
        .filter(({ count }: Loose) => count === 0)
        .map(({ condition }: Loose) => [row.actor.slug, condition.code]),
    );
    expect(gaps.map(({ actor, condition }: Loose) => [actor.slug, condition.code])).toEqual(empty);
    expect(gaps.some(({ documentCount }: Loose) => documentCount > 0)).toBe(true);
    for (const { condition, documentCount, documents } of gaps) {
      expect(documents.totalCount).toBe(documentCount);
      for (const { text } of documents.nodes)
        expect(condition.indicatorTerms.some((term: string) => mentions(text, term))).toBe(true);
    }
  });

  it('apply the document filters to gaps', async () => {
    const never = 'statedTo: "1990-01-01"';
    const fields = 'gaps { documentCount documents(first: 100) { nodes { kind } } }';
    const actors = 'actors: ["hamas", "israel"]';

    const all = await queryComparison(`${actors}, filter: { ${never} }`, fields);
    const cables = await queryComparison(
      `${actors}, filter: { ${never}, documentKinds: [CABLE] }`,
      fields,
    );

    expect(counts(all)).toHaveLength(10);
    expect(counts(cables)).not.toEqual(counts(all));
    expect(counts(cables)).toEqual(
      all.gaps.map(
        ({ documents }: Loose) =>
          documents.nodes.filter(({ kind }: Loose) => kind === 'CABLE').length,
      ),
    );
  });

  it.each([
    ['', 'needs actors', ['actors']],
    ['actors: ["hamas"], groupBy: PARTY', 'not both', ['groupBy']],
    ['actors: ["hamas"], reportedBy: ["hamas", "rusia"]', '"rusia"', ['reportedBy', 1]],
    ['of: { parties: ["hamsa"] }', '"hamsa"', ['of', 'parties', 0]],
    ['actors: ["hamas"], first: 0', 'first is 0; it must be at least 1.', ['first']],
    ['actors: ["hamas"], first: -3', 'first is -3', ['first']],
  ])('reject ambiguous or invalid rows: %.40s', async (args, words, input) => {
    const { data, errors } = await corpus.ask(
      `{ comparison${args === '' ? '' : `(${args})`} { revision } }`,
    );

    expect(data).toBeNull();
    expect(errors?.[0]?.message).toContain(words);
    expect(errors?.[0]?.extensions?.input).toEqual(input);
  });

  it('reject more rows than the maximum', async () => {
    const { data } = await corpus.ask('{ actors(first: 33) { nodes { slug } } }');
    const slugs = JSON.stringify(data.actors.nodes.map(({ slug }: Loose) => slug));

    const { errors } = await corpus.ask(
      `{ comparison(actors: ${slugs}, reportedBy: ${slugs}) { revision } }`,
    );

    expect(errors?.[0]?.message).toContain('has 1089 rows; the maximum is 1000.');
    expect(errors?.[0]?.extensions?.input).toEqual(['actors']);
  });
});

function counts({ gaps }: Loose): number[] {
  return gaps.map((gap: Loose) => gap.documentCount);
}

function cellsOf({ rows }: Loose): Loose[] {
  return rows.flatMap((row: Loose) => row.cells);
}

function inAll(counted: readonly Loose[]): number {
  return counted.reduce((all, { count }) => all + count, 0);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Shares at each level, highest first; null for an empty cell. */
function shares({ distribution, count }: Loose): readonly number[] | null {
  return count === 0 ? null : distribution.map((level: Loose) => level.count / count);
}

/** Numbers rounded to twelve digits, to ignore floating-point error. */
function rounded(divergence: Loose): Loose {
  const { distance, overlap } = divergence;
  return { ...divergence, distance: distance.toFixed(12), overlap: overlap.toFixed(12) };
}

/** Earth mover's distance: sum of the mass moved across each boundary between two levels. */
function moved(p: readonly number[], q: readonly number[]): number {
  let carried = 0;
  let total = 0;
  for (const [k, share] of p.slice(0, -1).entries()) {
    carried += share - (q[k] ?? 0);
    total += Math.abs(carried);
  }
  return total;
}

/** Whether the text contains the words of the term in order, in any inflection. */
function mentions(text: string, term: string): boolean {
  const stems = term
    .split(/[\s-]+/)
    .map((word) => `${word.slice(0, Math.max(3, word.length - 3))}\\w*`);
  return new RegExp(stems.join('[\\s-]+(?:\\w{1,3}[\\s-]+)?'), 'i').test(text);
}
