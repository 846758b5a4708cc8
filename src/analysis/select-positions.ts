import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import type { Channel, DocumentKind, Modality, Release, Wording } from '#src/domain/vocabulary.ts';
import { CHANNELS, MODALITIES, WORDINGS } from '#src/domain/vocabulary.ts';

/** Every field narrows; one that is left out does not. Empty lists select nothing. */
export interface PositionSelection {
  /** Day numbers, inclusive, of the statement's date (its first possible day). */
  readonly statedFrom?: number | undefined;
  readonly statedTo?: number | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly maxRetellings?: number | undefined;
  readonly wordings?: readonly Wording[] | undefined;
  readonly modalities?: readonly Modality[] | undefined;
  readonly documentKinds?: readonly DocumentKind[] | undefined;
  readonly releases?: readonly Release[] | undefined;
  /** Actors for which the document's author spoke on the document's day, the author included. */
  readonly reportedBy?: readonly number[] | undefined;
  readonly coders?: readonly string[] | undefined;
  readonly conditions?: readonly number[] | undefined;
  readonly documents?: readonly number[] | undefined;
}

/** What a filter asks of the document behind a position. */
export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly release: Release;
  /** Its authors, and all that they were part of. */
  readonly authorLineage: readonly number[];
}

/** The rows that pass every field of the selection: one scan, no allocation but the result. */
export function selectPositions(
  columns: PositionColumns,
  selection: PositionSelection,
  documentFacts: (document: number) => DocumentFacts,
): Rows {
  const { statedFrom = -Infinity, statedTo = Infinity, maxRetellings = Infinity } = selection;
  const channels = indexes(selection.channels, CHANNELS);
  const wordings = indexes(selection.wordings, WORDINGS);
  const modalities = indexes(selection.modalities, MODALITIES);
  const coders = indexes(selection.coders, columns.coders);
  const conditions = selection.conditions && new Set(selection.conditions);
  const documents = documentTest(selection, documentFacts);
  const rows: number[] = [];
  for (let row = 0; row < columns.length; row += 1) {
    const day = columns.day[row] ?? 0;
    if (
      day >= statedFrom &&
      day <= statedTo &&
      (columns.retellings[row] ?? 0) <= maxRetellings &&
      (conditions?.has(columns.condition[row] ?? -1) ?? true) &&
      (channels?.has(columns.channel[row] ?? -1) ?? true) &&
      (wordings?.has(columns.wording[row] ?? -1) ?? true) &&
      (modalities?.has(columns.modality[row] ?? -1) ?? true) &&
      (coders?.has(columns.coder[row] ?? -1) ?? true) &&
      (documents?.(columns.document[row] ?? -1) ?? true)
    ) {
      rows.push(row);
    }
  }
  return rows;
}

function indexes<Word extends string>(
  chosen: readonly Word[] | undefined,
  all: readonly Word[],
): ReadonlySet<number> | undefined {
  return chosen && new Set(chosen.map((word) => all.indexOf(word)));
}

/** Decides once for each document, not for each position in it. */
function documentTest(
  selection: PositionSelection,
  factsOf: (document: number) => DocumentFacts,
): ((document: number) => boolean) | undefined {
  const { documentKinds, releases, reportedBy, documents } = selection;
  if (!documentKinds && !releases && !reportedBy && !documents) return undefined;
  const decided = new Map<number, boolean>();
  const wanted = documents && new Set(documents);
  return (document) => {
    const before = decided.get(document);
    if (before !== undefined) return before;
    const facts = factsOf(document);
    const passes =
      (wanted?.has(document) ?? true) &&
      (documentKinds?.includes(facts.kind) ?? true) &&
      (releases?.includes(facts.release) ?? true) &&
      (reportedBy?.some((actor) => facts.authorLineage.includes(actor)) ?? true);
    decided.set(document, passes);
    return passes;
  };
}
