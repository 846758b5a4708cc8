import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { isoDay } from '#src/domain/dates.ts';
import { attributesAt } from '#src/domain/position-columns.ts';
import { isPartyCertain, partyAt } from '#src/domain/spoken-for.ts';
import { STANCE_VALUE, STANCES } from '#src/domain/vocabulary.ts';
import {
  type EvidenceRecord,
  type PositionRecord,
  type RecordStore,
  readEvidence,
  readPositions,
} from '#src/store/read/read-records.ts';
import { actorAt } from '../lookup/actors.ts';
import { conditionAt } from '../lookup/codebooks.ts';
import { documentAt } from '../lookup/documents.ts';
import type { PositionList } from './list-positions.ts';

/** A position with its words, in plain values. */
export type PositionDetails = ReturnType<typeof describePosition>;

/** Positions per statement. */
const BATCH = 1000;

/** Reads the details of each position of a list, in order, a batch at a time. */
export async function* readPositionDetails(
  store: RecordStore,
  corpus: CorpusSnapshot,
  { length, indexAt }: PositionList,
): AsyncGenerator<PositionDetails, void, void> {
  for (let start = 0; start < length; start += BATCH) {
    const size = Math.min(BATCH, length - start);
    const indices = Array.from({ length: size }, (_, i) => indexAt(start + i));
    const ids = indices.map((index) => corpus.positions.id[index] ?? 0);
    // Batches are read one at a time, to keep memory constant.
    // oxlint-disable-next-line no-await-in-loop
    const [records, evidence] = await Promise.all([
      readPositions(store.sql, ids),
      readEvidence(store.sql, ids),
    ]);
    const recordOf = new Map(records.map((record) => [record.id, record]));
    const evidenceOf = Map.groupBy(evidence, ({ positionId }) => positionId);
    for (const [i, index] of indices.entries()) {
      const id = ids[i] ?? 0;
      yield describePosition(corpus, index, recordOf.get(id), evidenceOf.get(id) ?? []);
    }
  }
}

function describePosition(
  corpus: CorpusSnapshot,
  index: number,
  record: PositionRecord | undefined,
  evidence: readonly EvidenceRecord[],
) {
  const { positions, partOf } = corpus;
  const { stance, precision, onOrBefore, channel, wording, modality, retellings, ...rest } =
    attributesAt(positions, index);
  const { onBehalfOf } = rest;
  return {
    key: record?.key ?? null,
    holder: actorAt(corpus, positions.holder[index] ?? 0).record.slug,
    onBehalfOf: onBehalfOf === null ? null : actorAt(corpus, onBehalfOf).record.slug,
    party: actorAt(corpus, partyAt(positions, index, partOf)).record.slug,
    partyCertain: isPartyCertain(positions, index, partOf),
    condition: conditionAt(corpus, positions.condition[index] ?? 0).record.code,
    stance: STANCES.find((each) => STANCE_VALUE[each] === stance) ?? null,
    value: stance,
    statedOn: isoDay(positions.day[index] ?? 0),
    statedOnPrecision: precision,
    onOrBefore,
    channel,
    wording,
    modality,
    retellings,
    coder: rest.coder,
    confidence: record?.confidence ?? null,
    status: rest.status,
    counting: rest.counting,
    document: documentAt(corpus, positions.document[index] ?? 0).record.reference,
    summary: record?.summary ?? null,
    evidence: evidence.map(({ exact }) => exact),
  };
}
