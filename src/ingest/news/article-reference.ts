import type { SourceTime } from '#src/domain/source-document.ts';

const LONGEST_SLUG = 80;

/** A headline as part of a reference: `E.U. Pilots' Strike` is `eu-pilots-strike`. */
function slugOf(headline: string): string {
  const slug = headline
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘ʼ`.]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.lastIndexOf('-', LONGEST_SLUG);
  return slug.slice(0, cut > 0 ? cut : LONGEST_SLUG);
}

/**
 * The reference of a news article: its date and its headline, so that the same article reached
 * by two ways (on its page, inside an email) has one reference. Null without either.
 */
export function articleReference(
  createdAt: SourceTime | null,
  headline: string | null,
): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(createdAt ?? '')?.[0];
  const slug = slugOf((headline ?? '').slice(0, 500));
  return day === undefined || slug === '' ? null : `${day}-${slug}`;
}
