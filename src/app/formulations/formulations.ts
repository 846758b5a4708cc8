/** Question: how does each party word a condition, and who used the words first? */
import { formulationsOf, type OwnFormulation } from '#src/analysis/formulations/formulations-of.ts';
import {
  type Formulation,
  groupWordings,
  type Use,
} from '#src/analysis/formulations/group-wordings.ts';
import type {
  ActorRecord,
  AtRevision,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { lineageAt } from '#src/domain/spoken-for.ts';
import { type CitableQuery, listNames } from '../citation/citable-query.ts';
import { actorAt, actorsBySlug } from '../lookup/actors.ts';
import { codebookByName, conditionByCode } from '../lookup/codebooks.ts';
import type { PositionFilter } from '../positions/position-filter.ts';
import { selectPositions } from '../positions/select-positions.ts';
import { unsettledDocumentCount } from '../positions/unsettled-documents.ts';

/** Words to group. */
export interface FormulationsInput {
  /** Condition code within `codebook`. */
  readonly condition: string;
  /** Slugs of the actors to list; all parties by default. First uses are found among everyone's. */
  readonly actors?: readonly string[] | null | undefined;
  readonly codebook?: string | null | undefined;
  /** `wordings` defaults to `VERBATIM`. */
  readonly filter?: PositionFilter | null | undefined;
  /** Minimum similarity of words that are one formulation (0…1); 0.9 by default. */
  readonly similarity?: number | null | undefined;
}

/** The formulations of a condition, party by party. */
export interface Formulations {
  readonly query: CitableQuery;
  readonly corpus: CorpusSnapshot;
  readonly condition: ConditionRecord;
  readonly similarity: number;
  readonly parties: readonly PartyFormulations[];
  /** Number of documents whose codings compete for what is counted here. */
  readonly unsettledDocumentCount: () => number;
}

/** The formulations of one party or requested actor. */
export interface PartyFormulations {
  readonly corpus: CorpusSnapshot;
  readonly actor: AtRevision<ActorRecord>;
  readonly formulations: readonly OwnFormulation[];
}

/** Loads the quotations of a position, by its number, in order. */
export type LoadQuotations = (position: number) => Promise<readonly { readonly exact: string }[]>;

/** Default of `similarity`. */
export const DEFAULT_SIMILARITY = 0.9;
/** Maximum positions whose quotations are read. */
const MAX_POSITIONS = 20_000;
/** Maximum distinct wordings compared, and maximum products of their lengths: a few seconds of work. */
const LIMITS = { wordings: 5000, steps: 3e8 };

/** Groups the wordings of a condition. Throws `UNKNOWN_…` and `BAD_INPUT` failures. */
export async function formulations(
  corpus: CorpusSnapshot,
  input: FormulationsInput,
  loadQuotations: LoadQuotations,
): Promise<Formulations> {
  const codebook = codebookByName(corpus, input.codebook);
  const condition = conditionByCode(codebook, input.condition, ['condition']);
  const requested = input.actors && actorsBySlug(corpus, input.actors, ['actors']);
  const similarity = validSimilarity(input.similarity);
  const filter = { ...input.filter, wordings: input.filter?.wordings ?? ['VERBATIM' as const] };
  const within = { conditions: [condition.id] };
  const indices = selectPositions(corpus, filter, within);
  const uses = await loadUses(corpus, indices, loadQuotations);
  const groups = group(uses, similarity);
  const lineageOf = lineages(corpus, uses);
  const partyOf = (use: Use): number => lineageOf(use).at(-1) ?? 0;
  const parties = (requested ?? partiesByFirstUse(corpus, uses, partyOf)).map((id) => ({
    corpus,
    actor: actorAt(corpus, id),
    formulations: formulationsOf(groups, (use) => lineageOf(use).includes(id), partyOf),
  }));
  const title = (): string =>
    `Formulations of ${condition.title} by ${listNames(parties.map(({ actor }) => actor.record.name)) || 'nobody'}`;
  return {
    query: { corpus, codebook, title, input },
    corpus,
    condition,
    similarity,
    parties,
    unsettledDocumentCount: () => unsettledDocumentCount(corpus, codebook, filter, within),
  };
}

function validSimilarity(input: number | null | undefined): number {
  const similarity = input ?? DEFAULT_SIMILARITY;
  if (similarity >= 0 && similarity <= 1) return similarity;
  throw new Failure('BAD_INPUT', `similarity is ${similarity}; it must be from 0 to 1.`, {
    input: ['similarity'],
  });
}

const NARROW = 'Narrow the filter, for example to a range of dates (statedFrom, statedTo)';

/** The words of each position: its quotations in order. */
async function loadUses(
  { positions }: CorpusSnapshot,
  indices: Indices,
  loadQuotations: LoadQuotations,
): Promise<readonly Use[]> {
  if (indices.length > MAX_POSITIONS) {
    throw new Failure(
      'BAD_INPUT',
      `The filter selects the words of ${indices.length} positions; the maximum is ${MAX_POSITIONS}. ${NARROW}.`,
      { input: ['filter'] },
    );
  }
  return Promise.all(
    Array.from(indices, async (index) => {
      const id = positions.id[index] ?? 0;
      const quotations = await loadQuotations(id);
      const words = quotations.map(({ exact }) => exact).join(' … ');
      const [day, first] = [positions.day[index] ?? 0, positions.first[index] ?? 0];
      return { index, id, first, day, words };
    }),
  );
}

function group(uses: readonly Use[], similarity: number): readonly Formulation[] {
  const groups = groupWordings(uses, similarity, LIMITS);
  if (groups) return groups;
  throw new Failure(
    'BAD_INPUT',
    `The words of ${uses.length} positions are too many, too different or too long to compare. ${NARROW}, or request a higher similarity.`,
    { input: ['filter'] },
  );
}

/** For each use, its holder and everyone whom the holder spoke for on that day; the party last. */
function lineages(corpus: CorpusSnapshot, uses: readonly Use[]): (use: Use) => readonly number[] {
  const { positions, partOf } = corpus;
  const byId = new Map(uses.map(({ id, index }) => [id, lineageAt(positions, index, partOf)]));
  return ({ id }) => byId.get(id) ?? [];
}

/** The parties that have words on the condition, by day of first use, then by slug. */
function partiesByFirstUse(
  corpus: CorpusSnapshot,
  uses: readonly Use[],
  partyOf: (use: Use) => number,
): readonly number[] {
  const firstDay = new Map<number, number>();
  for (const use of uses) {
    const party = partyOf(use);
    firstDay.set(party, Math.min(use.day, firstDay.get(party) ?? Infinity));
  }
  return [...firstDay]
    .map(([party, day]) => ({ party, day, slug: actorAt(corpus, party).record.slug }))
    .toSorted((a, b) => a.day - b.day || (a.slug < b.slug ? -1 : 1))
    .map(({ party }) => party);
}
