import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { documentFile, importFiles, inOrder, passagesOf } from './own-search.ts';

/** Words that no document of the seeds has, and names of one actor. */
const WORDS = ['zarnuk', 'belmot', 'quinsel', 'dravok', 'plimor', 'sturven'] as const;
const NAMES = ['Vessimar', 'Orlanoth', 'Tarkimel Belustra'] as const;
const ACTORS = `actors:
  - { slug: vessimar, name: Vessimar, kind: PERSON, aliases: [Orlanoth, Tarkimel Belustra] }
`;

/** Texts of one to six words or names, the same on each run. */
const TEXTS = fc.sample(
  fc.array(fc.constantFrom(...WORDS, ...NAMES), { minLength: 1, maxLength: 6 }),
  { numRuns: 60, seed: 20_261_201 },
);

interface Term {
  readonly words: readonly string[];
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
}

const word = fc
  .constantFrom(...WORDS, NAMES[0], NAMES[1])
  .map((text) => ({ words: [text], isPhrase: false }));
const phrase = fc
  .array(fc.constantFrom(...WORDS, ...NAMES), { minLength: 1, maxLength: 3 })
  .map((words) => ({ words, isPhrase: true }));
const term = (isExcluded: boolean) =>
  fc.oneof(word, phrase).map((one): Term => ({ ...one, isExcluded }));
/** At least one term that is wanted, then others. */
const clause = fc
  .tuple(term(false), fc.array(fc.boolean().chain(term), { maxLength: 3 }))
  .map(([first, others]) => [first, ...others]);
const query = fc.array(clause, { minLength: 1, maxLength: 3 });

function written(clauses: readonly (readonly Term[])[]): string {
  const one = ({ words, isPhrase, isExcluded }: Term): string =>
    `${isExcluded ? '-' : ''}${isPhrase ? `"${words.join(' ')}"` : words.join(' ')}`;
  return clauses.map((terms) => terms.map(one).join(' ')).join(' OR ');
}

/** Whether a text has the words in a row, where any name of the actor stands for any other. */
function has(text: readonly string[], words: readonly string[]): boolean {
  return text.some((_, at) => words.every((each, i) => isSame(text[at + i], each)));
}

function isSame(a: string | undefined, b: string): boolean {
  return a === b || (isName(a) && isName(b));
}

function isName(text: string | undefined): boolean {
  return NAMES.some((name) => name === text);
}

function matches(text: readonly string[], clauses: readonly (readonly Term[])[]): boolean {
  return clauses.some((terms) =>
    terms.every(({ words, isExcluded }) => has(text, words) !== isExcluded),
  );
}

describe('a search of random texts', () => {
  const corpus = useOwnCorpus();
  beforeAll(() =>
    importFiles(corpus, {
      'actors.yaml': ACTORS,
      'texts.yaml': documentFile(
        'random-texts',
        TEXTS.map((words) => words.join(' ')),
        { language: null },
      ),
    }),
  );

  it('finds what words, phrases, exclusions, alternatives and names of actors ask for', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (clauses) => {
        const expected = TEXTS.filter((text) => matches(text, clauses));

        const found = await passagesOf(corpus, written(clauses));

        expect(found).toEqual(inOrder(expected.map((words) => words.join(' '))));
      }),
      { numRuns: 200 },
    );
  });
});
