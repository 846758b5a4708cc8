/** Documents that mention a condition for an actor although no position is coded: where to look next. */
import { passingDocuments, selectDocuments } from '#src/analysis/selection/select-documents.ts';
import type { ActorRecord, ConditionRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { type Mention, readMentions } from '#src/store/read/read-mentions.ts';
import { namePhrase } from '../search/expand-names.ts';
import type { ComparisonGap } from './comparison.ts';

/** An actor and a condition that documents may mention together. */
export interface MentionKey {
  readonly actor: ActorRecord;
  readonly condition: ConditionRecord;
  readonly corpus: CorpusSnapshot;
}

/**
 * Numbers of the documents that mention one of the condition's indicator terms in a paragraph that
 * names the actor, or that the actor or somebody who spoke for it wrote; for each key, by date.
 */
export async function findMentions(
  store: Pick<Store, 'prisma'>,
  keys: readonly MentionKey[],
): Promise<readonly (readonly number[])[]> {
  const found = new Map<MentionKey, readonly number[]>();
  for (const [{ revision }, ofCorpus] of Map.groupBy(keys, ({ corpus }) => corpus)) {
    const documents = await readMentions(store.prisma, ofCorpus.map(toMention), revision);
    for (const [i, key] of ofCorpus.entries()) found.set(key, documents[i] ?? []);
  }
  return keys.map((key) => found.get(key) ?? []);
}

function toMention({ actor, condition, corpus }: MentionKey): Mention {
  const selected = selectDocuments(corpus.documents, { reportedBy: [actor.id] }, corpus.partOf);
  const own = passingDocuments(selected);
  return {
    terms: condition.indicatorTerms,
    names: [actor.name, ...actor.aliases].map(namePhrase),
    documents: [...corpus.documents.ids()].filter((id) => own[id] === 1),
  };
}

/** Numbers of the documents, among those that pass the comparison's filter, that mention a gap's condition for its actor. */
export async function mentionsInGap(
  { cell: { actor, condition, corpus }, documents }: ComparisonGap,
  load: (key: MentionKey) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const mentions = await load({ actor: actor.record, condition, corpus });
  return mentions.filter((id) => documents[id] === 1);
}
