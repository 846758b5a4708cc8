import type { PositionDraft } from '../../src/domain/corpus.ts';
import { STANCES } from '../../src/domain/vocabulary.ts';
import type { Store } from '../../src/store/database/open-store.ts';
import { readDrafts } from '../../src/store/read/read-drafts.ts';
import { writeRevision } from '../../src/store/write/write-revision.ts';

const SIZE = 100;
/** Documents that have as many positions between them, whichever they are. */
const DOCUMENTS = 30;
const NONE = { added: [], changed: [], ended: [] } as const;

/**
 * Writes a revision of 100 positions, as an import would: 70 new ones, and new versions of 30 that
 * take the place of theirs. They are those of a few documents, with another stance.
 */
export async function writeSmallRevision(store: Store, nth: number): Promise<void> {
  const documents = await store.prisma.document.findMany({
    select: { reference: true },
    orderBy: { id: 'asc' },
    skip: nth * DOCUMENTS,
    take: DOCUMENTS,
  });
  const stored = await readDrafts(
    store,
    documents.map(({ reference }) => reference),
  );
  const positions = [...stored.positions.values()]
    .slice(0, SIZE)
    .map((draft, i) => ({ ...otherwise(draft), key: i < 30 ? draft.key : `${draft.key}/${nth}` }));
  if (positions.length < SIZE) throw new Error('The corpus is too small for another revision.');
  const changes = {
    actors: NONE,
    affiliations: NONE,
    codebooks: NONE,
    documents: NONE,
    texts: [],
    codings: NONE,
    positions,
    endedPositions: [],
  };
  const note = { author: 'bench', message: `${SIZE} positions` };
  if ((await writeRevision(store.prisma, stored.revision, note, changes)) === null) {
    throw new Error('Another revision came in between.');
  }
}

function otherwise(draft: PositionDraft): PositionDraft {
  const next = STANCES[(STANCES.indexOf(draft.stance) + 1) % STANCES.length] ?? draft.stance;
  return { ...draft, stance: next };
}
