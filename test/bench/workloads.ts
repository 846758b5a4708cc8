/** What is asked: the same questions to all, none of them twice in a row of ten thousand. */

export interface PositionFilter {
  readonly statedFrom?: string;
  readonly statedTo?: string;
  readonly channels?: readonly string[];
  readonly maxRetellings?: number;
  readonly wordings?: readonly string[];
  readonly documentKinds?: readonly string[];
  readonly releases?: readonly string[];
  readonly reportedBy?: readonly string[];
}

export type Question =
  | {
      readonly kind: 'comparison';
      readonly parties: readonly string[];
      readonly filter: PositionFilter;
    }
  | {
      readonly kind: 'list';
      readonly actor: string;
      readonly condition: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'first'; readonly from: string };

export interface Workload {
  readonly name: string;
  readonly questions: readonly Question[];
}

const QUESTIONS = 10_000;
/** The eight that speak most: of six in ten positions. */
const PARTIES = [21, 6, 9, 18, 11, 15, 22, 7].map((id) => `party-${id}`);

/** Chance that repeats (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Each shuffle is a question of its own, whose answer costs the same. */
function shuffled<Item>(items: readonly Item[], next: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, order: next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

function day(date: string, later: number): string {
  return new Date(Date.parse(date) + later * 86_400_000).toISOString().slice(0, 10);
}

function comparisons(
  name: string,
  filter: (next: () => number, i: number) => PositionFilter,
): Workload {
  const next = chance(name.length);
  const questions = Array.from({ length: QUESTIONS }, (_, i) => ({
    kind: 'comparison' as const,
    parties: shuffled(PARTIES, next),
    filter: filter(next, i),
  }));
  return { name: `comparison, ${name}`, questions };
}

function lists(): Workload {
  const next = chance(7);
  const questions = Array.from({ length: QUESTIONS }, () => {
    const kind = next();
    const actor =
      kind < 0.4
        ? `party-${1 + Math.floor(24 * next())}`
        : kind < 0.7
          ? `ministry-${25 + Math.floor(96 * next())}`
          : `person-${121 + Math.floor(880 * next())}`;
    const from = day('2005-01-01', Math.floor(4000 * next()));
    return {
      kind: 'list' as const,
      actor,
      condition: `CONDITION_${1 + Math.floor(9 * next())}`,
      from,
      to: day(from, 365 + Math.floor(1000 * next())),
    };
  });
  return { name: 'list of 20, by actor, condition and dates', questions };
}

/** From a day before the first statement, so that nothing is filtered. */
function firsts(): Workload {
  const questions = Array.from({ length: QUESTIONS }, (_, i) => ({
    kind: 'first' as const,
    from: day('1900-01-01', i),
  }));
  return { name: 'list of 20, the first of all', questions };
}

export const COMPARISONS: readonly Workload[] = [
  comparisons('no filter', () => ({})),
  comparisons('public, two years, at most 1 retelling', (next) => {
    const statedFrom = day('2005-01-01', Math.floor(4500 * next()));
    const statedTo = day(statedFrom, 730);
    return { channels: ['PUBLIC'], statedFrom, statedTo, maxRetellings: 1 };
  }),
  comparisons('cables and emails, leaked', (next) => ({
    documentKinds: shuffled(['CABLE', 'EMAIL'], next),
    releases: ['LEAK'],
  })),
  comparisons('verbatim, reported by one party', (_next, i) => ({
    wordings: ['VERBATIM'],
    reportedBy: [`party-${1 + (i % 24)}`],
  })),
];

export const LISTS: readonly Workload[] = [lists(), firsts()];
