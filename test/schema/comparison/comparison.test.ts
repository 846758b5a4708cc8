import { beforeAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const PARTIES = ['united-states', 'russia', 'hamas'];
const CONDITIONS = ['NONVIOLENCE', 'RECOGNITION', 'PRIOR_AGREEMENTS', 'CONTACT', 'ASSISTANCE'];
const VALUES: Record<string, number> = {
  UPHOLDS: 2,
  QUALIFIES: 1,
  NONCOMMITTAL: 0,
  RESISTS: -1,
  REJECTS: -2,
};

const MATRIX = `query ($after: String, $size: Int) {
  comparison(actors: ["united-states", "russia", "hamas"]) {
    revision
    conditions { code }
    rows {
      actor { slug }
      cells {
        actor { slug }
        condition { code }
        count documentCount median mean
        distribution { stance value count }
        earliest { id statedOn }
        latest { id statedOn }
        positions(first: $size, after: $after) {
          totalCount
          pageInfo { hasNextPage }
          edges { cursor }
          nodes {
            id statedOn stance value
            condition { code }
            document { reference text }
            evidence { start end exact prefix suffix document { reference text } passage { start end } }
          }
        }
      }
    }
  }
}`;

describe('Query.comparison of three parties', () => {
  const corpus = useCorpus();
  let comparison: Loose;
  let cells: Loose[];
  beforeAll(async () => {
    const { data, errors } = await corpus.ask(MATRIX, { size: 100 });
    if (errors) throw new Error(JSON.stringify(errors));
    comparison = data.comparison;
    cells = comparison.rows.flatMap((row: Loose) => row.cells);
  });

  it('has a row for each party and a cell for each condition, in order', () => {
    expect(comparison.revision).toBe(1);
    expect(comparison.conditions.map(({ code }: Loose) => code)).toEqual(CONDITIONS);
    expect(comparison.rows.map(({ actor }: Loose) => actor.slug)).toEqual(PARTIES);
    expect(cells.map(({ actor, condition }) => [actor.slug, condition.code])).toEqual(
      PARTIES.flatMap((party) => CONDITIONS.map((code) => [party, code])),
    );
    expect(cells.filter(({ count }) => count > 0).length).toBeGreaterThan(12);
  });

  it('counts each position of a cell once', () => {
    for (const { count, condition, positions } of cells) {
      expect(positions.totalCount).toBe(count);
      expect(positions.pageInfo.hasNextPage).toBe(false);
      expect(new Set(positions.nodes.map(({ id }: Loose) => id)).size).toBe(count);
      expect(positions.nodes.every((p: Loose) => p.condition.code === condition.code)).toBe(true);
    }
  });

  it('returns the same positions page by page', async () => {
    const full: Loose = cells.find(
      ({ actor, condition }) => actor.slug === 'russia' && condition.code === 'CONTACT',
    );
    const read: string[] = [];

    for (let after: string | null = null; ; ) {
      const { data }: Loose = await corpus.ask(
        `query ($after: String) { comparison(actors: ["russia"], conditions: ["CONTACT"]) { rows { cells {
           positions(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
         } } } }`,
        { after },
      );
      const { nodes, pageInfo } = data.comparison.rows[0].cells[0].positions;
      read.push(...nodes.map(({ id }: Loose) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }

    expect(full.count).toBeGreaterThan(3);
    expect(read).toEqual(full.positions.nodes.map(({ id }: Loose) => id));
  });

  it('returns a distribution over all stance levels', () => {
    for (const { distribution, positions } of cells) {
      expect(distribution.map(({ stance }: Loose) => stance)).toEqual(Object.keys(VALUES));
      for (const { stance, value, count } of distribution) {
        const there = positions.nodes.filter((p: Loose) => p.stance === stance);
        expect(value).toBe(VALUES[stance]);
        expect(there).toHaveLength(count);
        expect(there.every((p: Loose) => p.value === value)).toBe(true);
      }
    }
  });

  it('returns median, mean and number of documents of the positions', () => {
    for (const { median, mean, documentCount, positions } of cells) {
      const values = positions.nodes.map(({ value }: Loose) => value).toSorted(byNumber);
      const references = positions.nodes.map((p: Loose) => p.document.reference);

      expect(median).toBe(middle(values));
      expect(mean).toBe(values.length === 0 ? null : sum(values) / values.length);
      expect(documentCount).toBe(new Set(references).size);
    }
  });

  it('returns the earliest and the latest position of each cell', () => {
    for (const { earliest, latest, positions } of cells) {
      const days = positions.nodes.map(({ statedOn }: Loose) => statedOn);

      expect(earliest?.id).toBe(positions.nodes[0]?.id);
      expect(latest?.id).toBe(positions.nodes.at(-1)?.id);
      expect(days).toEqual(days.toSorted(byText));
    }
  });

  it('quotes every position verbatim from its document', () => {
    const positions = cells.flatMap((cell) => cell.positions.nodes);

    expect(positions.length).toBeGreaterThan(50);
    for (const { document, evidence } of positions) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end, exact, prefix, suffix, passage, ...found } of evidence) {
        expect(found.document.reference).toBe(document.reference);
        expect(exact.length).toBeGreaterThan(0);
        expect(document.text.slice(start, end)).toBe(exact);
        expect(document.text.slice(Math.max(0, start - 32), start)).toBe(prefix);
        expect(document.text.slice(end, end + 32)).toBe(suffix);
        expect(passage?.start ?? start).toBeLessThanOrEqual(start);
        expect(passage?.end ?? end).toBeGreaterThanOrEqual(end);
      }
    }
  });

  it('returns null measures for a cell without positions', async () => {
    const { data } = await corpus.ask(`{ comparison(
        actors: ["hamas"], conditions: ["RECOGNITION"], filter: { statedTo: "1990-01-01" }
      ) { rows { cells { count documentCount median mean earliest { id } latest { id }
            distribution { count } positions { totalCount nodes { id } } } } } }`);

    expect(data.comparison.rows[0].cells[0]).toEqual({
      count: 0,
      documentCount: 0,
      median: null,
      mean: null,
      earliest: null,
      latest: null,
      distribution: [0, 0, 0, 0, 0].map((count) => ({ count })),
      positions: { totalCount: 0, nodes: [] },
    });
  });

  it('returns rows and columns in the requested order', async () => {
    const { data } = await corpus.ask(`{ comparison(
        actors: ["khaled-mishal", "hamas"], conditions: ["CONTACT", "NONVIOLENCE"],
        codebook: "quartet-principles@1"
      ) { rows { actor { slug } cells { condition { code } count } } } }`);

    const [mishal, hamas] = data.comparison.rows;
    expect([mishal, hamas].map(({ actor }) => actor.slug)).toEqual(['khaled-mishal', 'hamas']);
    expect(hamas.cells.map(({ condition }: Loose) => condition.code)).toEqual([
      'CONTACT',
      'NONVIOLENCE',
    ]);
    expect(mishal.cells[0].count).toBeLessThanOrEqual(hamas.cells[0].count);
  });

  it('has no rows without actors', async () => {
    const { data } = await corpus.ask(
      '{ comparison(actors: []) { rows { actor { slug } } conditions { code } } }',
    );

    expect(data.comparison.rows).toEqual([]);
    expect(data.comparison.conditions).toHaveLength(5);
  });
});

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function middle(sorted: readonly number[]): number | null {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
