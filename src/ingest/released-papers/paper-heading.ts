import type { ReadWarning, SourceAddressee, SourceTime } from '#src/domain/source-document.ts';
import type { DocumentKind } from '#src/domain/vocabulary.ts';
import type { MailMessage } from './mail/split-messages.ts';
import { readMemoHeading } from './memo-heading.ts';
import type { PaperLine } from './pages/remove-page-stamps.ts';

/** Who wrote a paper, to whom, when and about what. */
export interface PaperHeading {
  readonly title: string | null;
  readonly createdAt: SourceTime | null;
  readonly author: string | null;
  readonly addressees: readonly SourceAddressee[];
  readonly origin: string | null;
  readonly warnings: readonly ReadWarning[];
}

const DEPARTMENT = 'U.S. Department of State';
/** No mail of this kind is older; an earlier year is a misread one. */
const FIRST_MAIL = '1985';

function originOf(author: string | null): string | null {
  return /[@©]\s?state\.gov/i.test(author ?? '') ? DEPARTMENT : null;
}

function isImpossible(
  written: SourceTime,
  kind: DocumentKind,
  releasedAt: SourceTime | null,
): boolean {
  if (kind === 'EMAIL' && written < FIRST_MAIL) return true;
  return releasedAt !== null && written.slice(0, 10) > releasedAt;
}

/** A paper's heading: from its outermost mail header if it has one, else from its own first lines. */
export function paperHeading(
  lines: readonly PaperLine[],
  messages: readonly MailMessage[],
  kind: DocumentKind,
  release: { readonly releasedAt: SourceTime | null; readonly lastLine: number },
): PaperHeading {
  const outer = messages[0];
  const header = outer?.header ?? null;
  // Only words of the outermost message may date it, never those of one that it passes on.
  const memo = readMemoHeading(lines.slice(0, outer?.end ?? lines.length));
  const isMail = kind === 'EMAIL';
  const line = lines[outer?.block?.start ?? 0]?.number ?? release.lastLine;
  const warnings: ReadWarning[] = [...(header?.warnings ?? [])];
  const warn = (code: string, field: ReadWarning['field'], message: string) =>
    warnings.push({ code, field, message, line });

  // A mail's own words may hold any date; those of a memo or letter begin with theirs.
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
