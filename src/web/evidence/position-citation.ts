import { formatStatedDate } from '../format/dates.ts';
import type { EvidencePosition } from './evidence-position.ts';

/** A position for a footnote: who, the words, where they stand, as of which revision, and its address. */
export function formatPositionCitation(position: EvidencePosition, revision: number): string {
  const { holder, document, evidence, id } = position;
  const words = evidence.map(({ exact }) => exact.replaceAll(/\s+/g, ' ').trim()).join('” … “');
  const paragraph = evidence[0]?.passage?.number;
  const title = document.title == null ? '' : `“${document.title}”, `;
  const place = paragraph == null ? '' : `, para. ${paragraph}`;
  const address = new URL(`/documents/${encodeURIComponent(document.reference)}`, location.origin);
  address.searchParams.set('position', id);
  return `${holder.name}, ${formatStatedDate(position)}: “${words}”. ${title}${document.reference}${place}. Démarche, revision ${revision}. ${address.href}`;
}
