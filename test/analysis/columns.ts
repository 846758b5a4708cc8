import {
  type SelectedDocuments,
  selectDocuments,
} from '#src/analysis/selection/select-documents.ts';
import { indexAffiliations } from '#src/domain/affiliation.ts';
import { type DocumentHead, tableOf } from '#src/domain/document-table.ts';
import {
  AttributeSetList,
  documentLimit,
  type PositionColumns,
} from '#src/domain/position-columns.ts';
import {
  CHANNELS,
  DATE_PRECISIONS,
  DOCUMENT_KINDS,
  MODALITIES,
  WORDINGS,
} from '#src/domain/vocabulary.ts';

/** A position of a made-up corpus, as far as a test cares; words are indices in their vocabulary. */
export interface TestPosition {
  readonly holder?: number;
  readonly condition?: number;
  readonly stance?: number;
  readonly day?: number;
  readonly precision?: number;
  readonly onOrBefore?: number;
  readonly channel?: number;
  readonly wording?: number;
  readonly modality?: number;
  readonly retellings?: number;
  readonly document?: number;
  readonly coder?: number;
  readonly onBehalfOf?: number;
}

export const CODERS = ['anna', 'ben'] as const;

export function columnsOf(positions: readonly TestPosition[]): PositionColumns {
  const column = (key: keyof TestPosition): number[] =>
    positions.map((position) => position[key] ?? 0);
  const list = new AttributeSetList();
  const attributeSet = Int32Array.from(positions, (position) =>
    list.numberOf({
      stance: position.stance ?? 0,
      precision: DATE_PRECISIONS[position.precision ?? 0] ?? 'DAY',
      onOrBefore: position.onOrBefore === 1,
      channel: CHANNELS[position.channel ?? 0] ?? 'UNKNOWN',
      wording: WORDINGS[position.wording ?? 0] ?? 'PARAPHRASE',
      modality: MODALITIES[position.modality ?? 0] ?? 'ASSERTED',
      retellings: position.retellings ?? 0,
      coder: CODERS[position.coder ?? 0] ?? CODERS[0],
      status: 'PROVISIONAL',
      onBehalfOf: position.onBehalfOf || null,
      counting: 'COUNTED',
    }),
  );
  return {
    length: positions.length,
    id: Int32Array.from(positions, (_, i) => i + 1),
    first: Int32Array.from(positions, (_, i) => i + 1),
    condition: Int32Array.from(column('condition')),
    holder: Int32Array.from(column('holder')),
    day: Int32Array.from(column('day')),
    document: Int32Array.from(column('document')),
    attributeSet,
    attributeSets: list.attributeSets,
  };
}

/** The documents of the columns, of all kinds; all pass, or those at whose number there is a 1. */
export function documentsOf(
  columns: PositionColumns,
  passing: readonly number[] = [],
): SelectedDocuments {
  const heads = Array.from({ length: documentLimit(columns) }, (_, id): DocumentHead => {
    const kind = DOCUMENT_KINDS[id % DOCUMENT_KINDS.length] ?? 'OTHER';
    const release = passing[id] === 0 ? 'LEAK' : 'PRESS';
    return { id, reference: `D${id}`, title: null, kind, release, createdOn: null, authors: [] };
  });
  return selectDocuments(tableOf(heads), { releases: ['PRESS'] }, indexAffiliations([]));
}
