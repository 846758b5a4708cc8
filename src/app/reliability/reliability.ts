/** Question: do coders who coded the same documents independently agree? */
import { codedPositions } from '#src/analysis/reliability/coded-positions.ts';
import { jointlyCoded } from '#src/analysis/reliability/jointly-coded.ts';
import { matchUnits } from '#src/analysis/reliability/match-units.ts';
import type {
  CodebookRecord,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { readEvidenceSpans } from '#src/store/read/read-evidence-spans.ts';
import { type CitableQuery, listNames } from '../citation/citable-query.ts';
import { codebookByName, conditionsByCode } from '../lookup/codebooks.ts';
import { existingCoders } from '../lookup/coders.ts';
import type { PositionFilter } from '../positions/position-filter.ts';
import { selectPositions } from '../positions/select-positions.ts';
import { type BootstrapInput, bootstrapOptions } from './bootstrap-options.ts';
import { IntercoderAgreement } from './intercoder-agreement.ts';

/** Codings to compare. */
export interface ReliabilityInput {
  readonly codebook?: string | null | undefined;
  /** Condition codes within `codebook`; all of its conditions by default. */
  readonly conditions?: readonly string[] | null | undefined;
  /** The coders to compare; all who coded by the codebook by default. */
  readonly coders?: readonly string[] | null | undefined;
  readonly filter?: PositionFilter | null | undefined;
  readonly bootstrap?: BootstrapInput | null | undefined;
}

/** Intercoder reliability, over all conditions and for each. */
export interface Reliability {
  readonly query: CitableQuery;
  readonly corpus: CorpusSnapshot;
  readonly codebook: CodebookRecord;
  readonly coders: readonly string[];
  /** Number of documents that at least two of the coders coded, whether or not they found positions. */
  readonly documentCount: number;
  readonly overall: IntercoderAgreement;
  readonly conditions: readonly ConditionAgreement[];
}

/** Agreement of coders on one condition. */
export interface ConditionAgreement {
  readonly corpus: CorpusSnapshot;
  readonly condition: ConditionRecord;
  readonly agreement: IntercoderAgreement;
}

/** Measures intercoder reliability. Throws `UNKNOWN_…` and `BAD_INPUT` failures. */
export async function reliability(
  corpus: CorpusSnapshot,
  input: ReliabilityInput,
  store: Pick<Store, 'prisma'>,
): Promise<Reliability> {
  const codebook = codebookByName(corpus, input.codebook);
  const conditions = conditionsByCode(codebook, input.conditions);
  const bootstrap = bootstrapOptions(input.bootstrap);
  const coders = comparedCoders(corpus, codebook, input);
  const { units, documentCount } = await loadUnits(store, corpus, {
    codebook,
    coders,
    conditionIds: conditions.map(({ id }) => id),
    filter: input.filter,
  });
  const scale = codebook.stances.map(({ stance }) => STANCE_VALUE[stance]).toReversed();
  const basis = { coders: coders.length, scale, bootstrap };
  const byCondition = Map.groupBy(units, ([first]) => first?.condition);
  const title = (): string =>
    `Reliability of ${listNames(coders) || 'nobody'} on ${listNames(conditions.map((each) => each.title))}`;
  return {
    query: { corpus, codebook, title, input },
    corpus,
    codebook,
    coders,
    documentCount,
    overall: new IntercoderAgreement(corpus, units, basis),
    conditions: conditions.map((condition) => ({
      corpus,
      condition,
      agreement: new IntercoderAgreement(corpus, byCondition.get(condition.id) ?? [], basis),
    })),
  };
}

/** The requested coders, each once, or all who coded by the codebook; within those of the filter. */
function comparedCoders(
  corpus: CorpusSnapshot,
  codebook: CodebookRecord,
  { coders, filter }: ReliabilityInput,
): readonly string[] {
  const requested = coders && existingCoders(corpus, coders, ['coders']);
  const within =
    filter?.coders && new Set(existingCoders(corpus, filter.coders, ['filter', 'coders']));
  const all = requested ?? corpus.codings.coders(codebook.id);
  return all.filter((coder) => within?.has(coder) ?? true);
}

/** The units of the documents that at least two coders coded by the codebook. */
async function loadUnits(
  store: Pick<Store, 'prisma'>,
  corpus: CorpusSnapshot,
  selection: {
    readonly codebook: CodebookRecord;
    readonly conditionIds: readonly number[];
    readonly coders: readonly string[];
    readonly filter: PositionFilter | null | undefined;
  },
) {
  const { positions } = corpus;
  const { codebook, conditionIds, coders, filter } = selection;
  const documents = jointlyCoded(corpus.codings, codebook.id, new Set(coders));
  const indices = selectPositions(
    corpus,
    { ...filter, coders: [...coders], codings: 'ALL' },
    { conditions: conditionIds },
  ).filter((index) => documents.has(positions.document[index] ?? -1));
  const ids = Array.from(indices, (index) => positions.id[index] ?? 0);
  const evidence = await readEvidenceSpans(store.prisma, ids);
  return {
    units: matchUnits(codedPositions(positions, indices, evidence)),
    documentCount: documents.size,
  };
}
