import { formatStatedDate } from '../format/dates.ts';
import type { EvidencePosition } from './evidence-position.ts';

/** A position as a footnote: holder, date, quotation, document and paragraph, corpus revision, and URL. */
export function formatPositionCitation(position: EvidencePosition, revision: number): string {
  const { holder, document, evidence, id } = position;
  const quotation = evidence.map(({ exact }) => exact.replaceAll(/\s+/g, ' ').trim()).join('” … “');
  const paragraphs = [...new Set(evidence.flatMap(({ passage }) => passage?.number ?? []))];
  const titleText = document.title == null ? '' : `“${document.title}”, `;
  const paragraphText = paragraphs.length === 0 ? '' : `, para. ${paragraphs.join(', ')}`;
  const address = new URL(`/documents/${encodeURIComponent(document.reference)}`, location.origin);
  address.searchParams.set('position', id);
  return `${holder.name}, ${formatStatedDate(position)}: “${quotation}”. ${titleText}${document.reference}${paragraphText}. Démarche, revision ${revision}. ${address.href}`;
}
