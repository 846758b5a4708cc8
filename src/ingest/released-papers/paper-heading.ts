import type { ReadWarning, SourceAddressee, SourceTime } from '#src/domain/source-document.ts';
import type { DocumentKind } from '#src/domain/vocabulary.ts';
import type { MailMessage } from './mail/split-messages.ts';
import { readMemoHeading } from './memo-heading.ts';
import type { PaperLine } from './pages/remove-page-stamps.ts';

/** A paper's title, date, author, addressees and origin. */
export interface PaperHeading {
  readonly title: string | null;
  readonly createdAt: SourceTime | null;
  readonly author: string | null;
  readonly addressees: readonly SourceAddressee[];
  readonly origin: string | null;
  readonly warnings: readonly ReadWarning[];
}

const DEPARTMENT = 'U.S. Department of State';
/** The first possible year of an email; an earlier year is misread. */
const FIRST_EMAIL_YEAR = '1985';

function originOf(author: string | null): string | null {
  return /[@©]\s?state\.gov/i.test(author ?? '') ? DEPARTMENT : null;
}

function isImpossible(
  written: SourceTime,
  kind: DocumentKind,
  releasedAt: SourceTime | null,
): boolean {
  if (kind === 'EMAIL' && written < FIRST_EMAIL_YEAR) return true;
  return releasedAt !== null && written.slice(0, 10) > releasedAt;
}

/**
 * Reads a paper's heading from its outermost mail header if it has one, otherwise from its first
 * lines.
 */
export function paperHeading(
  lines: readonly PaperLine[],
  messages: readonly MailMessage[],
  kind: DocumentKind,
  release: { readonly releasedAt: SourceTime | null; readonly lastLine: number },
): PaperHeading {
  const outer = messages[0];
  const header = outer?.header ?? null;
  // Only the outermost message may date the paper, never a message that it forwards.
  const memo = readMemoHeading(lines.slice(0, outer?.end ?? lines.length));
  const isMail = kind === 'EMAIL';
  const line = lines[outer?.block?.start ?? 0]?.number ?? release.lastLine;
  const warnings: ReadWarning[] = [...(header?.warnings ?? [])];
  const warn = (code: string, field: ReadWarning['field'], message: string) =>
    warnings.push({ code, field, message, line });

  // An email's text may contain any date; a memo or letter begins with its own.
  const written = header?.sentAt ?? (isMail && header !== null ? null : memo.createdAt);
  const misread = written !== null && isImpossible(written, kind, release.releasedAt);
  const sentAt = misread ? null : written;
  const title = header === null ? memo.subject : header.subject;
  const author = header === null ? memo.from : header.from;
  const to = header === null ? memo.to : header.to;
  const addressees: readonly SourceAddressee[] = [
    ...to.map((name) => ({ name, role: 'ADDRESSEE' as const })),
    ...(header?.cc ?? []).map((name) => ({ name, role: 'COPY' as const })),
  ];
  const origin = originOf(author);
  if (misread) {
    const message = `The date reads ${written}, which is after the release or before email existed.`;
    warn('date-impossible', 'createdAt', message);
  } else if (sentAt === null && header === null && messages.length > 1) {
    warn(
      'date-missing',
      'createdAt',
      'The outermost message has no header; dates of quoted messages are not used.',
    );
  } else if (sentAt === null && !warnings.some((warning) => warning.code === 'date-unreadable')) {
    warn(
      'date-missing',
      'createdAt',
      isMail ? 'The header has no date.' : 'No line at the top contains a date.',
    );
  } else if (sentAt !== null && header?.sentAt !== sentAt) {
    warn('date-from-text', 'createdAt', `The date was taken from line ${memo.dateLine ?? line}.`);
  }
  if (title === null) warn('title-missing', 'title', 'The subject is empty or missing.');
  if (author === null) warn('author-missing', 'author', 'No line names the author.');
  if (to.length === 0)
    warn('addressees-missing', 'addressees', 'The addressee line is empty or missing.');
  if (origin === null) warn('origin-missing', 'origin', 'The office of the sender is not given.');
  return { title, createdAt: sentAt, author, addressees, origin, warnings };
}
