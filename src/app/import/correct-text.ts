import type { EvidenceDraft, PositionDraft, TextDraft } from '#src/domain/corpus.ts';
import { Failure } from '#src/domain/failure.ts';
import { anchorCorrected, prepareAnchoring } from '#src/ingest/anchoring/anchor-quotation.ts';
import { readSource } from '#src/ingest/read-source.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { readDrafts } from '#src/store/read/read-drafts.ts';
import { writeRevision } from '#src/store/write/write-revision.ts';
import { overlaps } from './anchor-evidence.ts';
import { collectFiles } from './collect-files.ts';
import { asFailure } from './import-problem.ts';
import { referenceOf, whyPurged } from './resolve-documents.ts';

/** What became of a quotation of the document. */
export interface MovedQuotation {
  /** Key of its position. */
  readonly position: string;
  readonly before: string;
  /** The corrected words; null if it has no place in the corrected text. */
  readonly after: string | null;
}

/** Result of a correction. */
export interface CorrectionReport {
  /** Number of the revision written; null if the text is the same. */
  readonly revision: number | null;
  /** Number of positions whose quotations have their place in the corrected text. */
  readonly kept: number;
  /** Quotations whose words the correction has changed. */
  readonly reworded: readonly MovedQuotation[];
  /** Quotations without a place. Their positions keep their evidence, in the text before. */
  readonly orphaned: readonly MovedQuotation[];
}

/**
 * Replaces the full text of a document by the text of a file, and moves the quotations of its positions
 * there. Headers stay as they are. Throws `UNKNOWN_DOCUMENT`, and `BAD_INPUT` for a file that does not hold
 * one text.
 */
export async function correctText(
  store: Store,
  reference: string,
  path: string,
  { author, reason }: { readonly author: string; readonly reason: string },
): Promise<CorrectionReport> {
  const stored = await readDrafts(store, [reference]);
  const before = stored.texts.get(reference);
  if (before === undefined)
    throw new Failure('UNKNOWN_DOCUMENT', `There is no document "${reference}" to correct.`);
  const gone = whyPurged(reference, stored);
  if (gone !== null) throw new Failure('BAD_INPUT', gone);
  const text = await readText(path, reference);
  const report = { kept: 0, reworded: [] as MovedQuotation[], orphaned: [] as MovedQuotation[] };
  if (text.text === before.text && before.coverage === 'FULL') return { ...report, revision: null };
  const into = prepareAnchoring(text);
  const positions: PositionDraft[] = [];
  for (const position of stored.positions.values()) {
    const evidence: EvidenceDraft[] = [];
    for (const quotation of position.evidence) {
      const moved = anchorCorrected(into, quotation);
      // Two quotations of a position have two places.
      if (moved !== null && !evidence.some((other) => overlaps(other, moved))) evidence.push(moved);
      else report.orphaned.push({ position: position.key, before: quotation.exact, after: null });
    }
    if (evidence.length < position.evidence.length) continue;
    for (const [i, { exact }] of evidence.entries()) {
      const old = position.evidence[i]?.exact ?? '';
      if (exact.replaceAll(/\s+/g, ' ') !== old.replaceAll(/\s+/g, ' '))
        report.reworded.push({ position: position.key, before: old, after: exact });
    }
    report.kept += 1;
    positions.push({ ...position, evidence });
  }
  const nothing = { added: [], changed: [], ended: [] };
  const revision = await writeRevision(
    store.prisma,
    stored.revision,
    { author, message: `Corrected text of ${reference}: ${reason}` },
    {
      actors: nothing,
      affiliations: nothing,
      codebooks: nothing,
      documents: nothing,
      texts: [text],
      codings: nothing,
      positions,
      endedPositions: [],
    },
  );
  if (revision === null) {
    throw new Failure(
      'BAD_INPUT',
      'The corpus was changed at the same time. Nothing was corrected; try again.',
    );
  }
  return { ...report, revision };
}

/** The text of a file that holds one, or one with this reference. */
async function readText(path: string, reference: string): Promise<TextDraft> {
  const { files, problems } = await collectFiles([path]);
  if (problems.length > 0) throw asFailure(problems);
  const [file, ...others] = files;
  const found = file === undefined || others.length > 0 ? [] : readSource(file.text);
  const named = found.filter((source) => referenceOf(source) === reference);
  const [source, ...more] =
    named.length > 0 ? named : found.filter((each) => each.enclosedBy === null);
  if (source === undefined || more.length > 0) {
    throw new Failure(
      'BAD_INPUT',
      `${path} must be one file that holds the one text of ${reference}.`,
    );
  }
  const { text, passages, messages, furniture, warnings } = source;
  return { document: reference, coverage: 'FULL', text, passages, messages, furniture, warnings };
}
