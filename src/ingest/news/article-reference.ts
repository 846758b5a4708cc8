import type { SourceTime } from '#src/domain/source-document.ts';

const MAX_SLUG_LENGTH = 80;

/** Converts a headline to a slug: `E.U. Pilots' Strike` → `eu-pilots-strike`. */
function slugOf(headline: string): string {
  const slug = headline
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘ʼ`.]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
  if (slug.length <= MAX_SLUG_LENGTH) return slug;
  const cut = slug.lastIndexOf('-', MAX_SLUG_LENGTH);
  return slug.slice(0, cut > 0 ? cut : MAX_SLUG_LENGTH);
}

/**
 * Derives the reference of a news article from its date and headline, so that an article has the
 * same reference on its page and inside an email. Null if either is missing.
 */
export function articleReference(
  createdAt: SourceTime | null,
  headline: string | null,
): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(createdAt ?? '')?.[0];
  const slug = slugOf((headline ?? '').slice(0, 500));
  return day === undefined || slug === '' ? null : `${day}-${slug}`;
}
