import { codedPositions } from '#src/analysis/reliability/coded-positions.ts';
import { measureAgreement } from '#src/analysis/reliability/coder-agreement.ts';
import { jointlyCoded } from '#src/analysis/reliability/jointly-coded.ts';
import { matchUnits } from '#src/analysis/reliability/match-units.ts';
import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { codersIn } from '#src/domain/position-columns.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { readEvidenceSpans } from '#src/store/read/read-evidence-spans.ts';
import { inWords } from '../citation/citation.ts';
import { builder } from '../core/builder.ts';
import type { Context } from '../core/context.ts';
import { codebookByName, conditionsByCode, knownCoders } from '../core/lookup.ts';
import {
  PositionFilter,
  type PositionFilterInput,
  selectPositions,
} from '../position/position-filter.ts';
import { Bootstrap, toOptions } from './bootstrap.ts';

builder.objectType('Reliability', {
  interfaces: ['Citable'],
  description:
    'Whether coders who coded the same documents apart agree on the stances. Only documents that at least two of them coded are counted.',
  fields: (t) => ({
    codebook: t.field({
      type: 'Codebook',
      description: 'The codebook that they followed.',
      resolve: ({ codebook, corpus }) => ({ row: codebook, corpus }),
    }),
    coders: t.exposeStringList('coders', {
      description:
        'Whose codings are compared. With fewer than two there is nothing to compare, and every measure is null.',
    }),
    documentCount: t.exposeInt('documentCount', {
      description: 'How many documents at least two of them coded.',
    }),
    overall: t.field({
      type: 'Agreement',
      description: 'On all the conditions taken together, as if they were one question.',
      resolve: ({ overall }) => overall,
    }),
    conditions: t.field({
      type: ['ConditionAgreement'],
      description: 'On each condition, in order.',
      resolve: ({ conditions }) => [...conditions],
    }),
  }),
});

builder.objectType('ConditionAgreement', {
  description: 'How far coders agree on one condition.',
  fields: (t) => ({
    condition: t.field({
      type: 'Condition',
      description: 'The condition.',
      resolve: ({ condition, corpus }) => ({ row: condition, corpus }),
    }),
    agreement: t.field({
      type: 'Agreement',
      description: 'How far they agree on it.',
      resolve: ({ agreement }) => agreement,
    }),
  }),
});

builder.queryFields((t) => ({
  reliability: t.field({
    type: 'Reliability',
    description:
      'Whether coders agree: Krippendorff’s alpha and percent agreement between those who coded the same documents apart. Codings that were settled between coders are no independent ones: name the coders to compare.',
    args: {
      codebook: t.arg.string({
        description:
          "Codebook: `quartet-principles`, or `quartet-principles@1` for a version. The corpus's default without it.",
      }),
      conditions: t.arg.stringList({
        description: 'Codes of the conditions; all of the codebook’s without it.',
      }),
      coders: t.arg.stringList({
        description: 'The coders to compare; all that coded by the codebook without it.',
      }),
      filter: t.arg({
        type: PositionFilter,
        description:
          'Which positions to compare. Coders who differ on what the filter asks (one has a statement as public, the other as private) are then missing each other’s.',
      }),
      revision: t.arg.int({
        description: 'As the corpus stood at this revision; the latest without it.',
      }),
      bootstrap: t.arg({
        type: Bootstrap,
        description: 'How to estimate confidence intervals, where they are selected.',
      }),
    },
    resolve: async (_root, args, context, info) => {
      const corpus = await context.at(args.revision ?? null);
      const codebook = codebookByName(corpus, args.codebook);
      const conditions = conditionsByCode(codebook, args.conditions);
      const options = toOptions(args.bootstrap);
      const coders = codersOf(corpus, codebook, args.coders, args.filter);
      const conditionIds = conditions.map(({ id }) => id);
      const { units, documentCount } = await unitsOf(context, corpus, {
        codebook,
        conditionIds,
        coders,
        filter: args.filter,
      });
      const scale = codebook.stances.map(({ stance }) => STANCE_VALUE[stance]).toReversed();
      const byCondition = Map.groupBy(units, ([first]) => first?.condition);
      const toAgreement = (of: typeof units) => ({
        corpus,
        scale,
        options,
        agreement: measureAgreement(of, coders.length, scale),
      });
      return {
        asked: {
          corpus,
          codebook,
          title: () =>
            `Reliability of ${inWords(coders) || 'nobody'} on ${inWords(conditions.map((each) => each.title))}`,
          args,
          info,
        },
        corpus,
        codebook,
        coders,
        documentCount,
        overall: toAgreement(units),
        conditions: conditions.map((condition) => ({
          corpus,
          condition,
          agreement: toAgreement(byCondition.get(condition.id) ?? []),
        })),
      };
    },
  }),
}));

/** Those who are asked about, or else all who coded by the codebook; each once. */
function codersOf(
  corpus: CorpusSnapshot,
  codebook: CodebookRecord,
  asked: readonly string[] | null | undefined,
  filter: PositionFilterInput | null | undefined,
): readonly string[] {
  const known = asked && new Set(knownCoders(corpus, asked, ['coders']));
  const within =
    filter?.coders && new Set(knownCoders(corpus, filter.coders, ['filter', 'coders']));
  const all = known ?? codersBy(corpus, codebook);
  return [...all].filter((coder) => within?.has(coder) ?? true);
}

function codersBy({ positions }: CorpusSnapshot, codebook: CodebookRecord): readonly string[] {
  const conditions = new Set(codebook.conditions.map(({ id }) => id));
  const seen = new Set<number>();
  for (let row = 0; row < positions.length; row += 1)
    if (conditions.has(positions.condition[row] ?? -1)) seen.add(positions.kind[row] ?? -1);
  const coders = new Set([...seen].map((kind) => positions.kinds[kind]?.coder));
  return codersIn(positions).filter((coder) => coders.has(coder));
}

async function unitsOf(
  { store }: Context,
  corpus: CorpusSnapshot,
  asked: {
    readonly codebook: CodebookRecord;
    readonly conditionIds: readonly number[];
    readonly coders: readonly string[];
    readonly filter: PositionFilterInput | null | undefined;
  },
) {
  const { positions } = corpus;
  const documents = jointlyCoded(
    positions,
    new Set(asked.codebook.conditions.map(({ id }) => id)),
    new Set(asked.coders),
  );
  const rows = selectPositions(
    corpus,
    { ...asked.filter, coders: [...asked.coders] },
    { conditions: asked.conditionIds },
  ).filter((row) => documents.has(positions.document[row] ?? -1));
  const ids = Array.from(rows, (row) => positions.id[row] ?? 0);
  const evidence = await readEvidenceSpans(store.prisma, ids);
  const units = matchUnits(codedPositions(positions, rows, evidence));
  return { units, documentCount: documents.size };
}
