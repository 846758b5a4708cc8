import type { ReadWarning, SourceAddressee, SourceTime } from '#src/domain/source-document.ts';
import type { DocumentKind } from '#src/domain/vocabulary.ts';
import type { MailMessage } from './mail-messages.ts';
import { readMemo } from './memo.ts';
import type { KeptLine } from './strip-pages.ts';

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

function originOf(author: string | null): string | null {
  return /[@©]\s?state\.gov/i.test(author ?? '') ? DEPARTMENT : null;
}

/** A paper's heading: from its outermost mail header if it has one, else from its own first lines. */
export function paperHeading(
  lines: readonly KeptLine[],
  messages: readonly MailMessage[],
  kind: DocumentKind,
  lastLine: number,
): PaperHeading {
  const outer = messages[0];
  const header = outer?.header ?? null;
  // Only words of the outermost message may date it, never those of one that it passes on.
  const memo = readMemo(lines.slice(0, outer?.end ?? lines.length));
  const isMail = kind === 'EMAIL';
  const line = lines[outer?.block?.start ?? 0]?.number ?? lastLine;
  const warnings: ReadWarning[] = [...(header?.warnings ?? [])];
  const warn = (code: string, field: ReadWarning['field'], message: string) =>
    warnings.push({ code, field, message, line });

  const only = header === null || messages.length === 1;
  const sentAt = header?.sentAt ?? (only ? memo.createdAt : null);
  const title = header?.subject ?? memo.subject;
  const author = header?.from ?? memo.from;
  const to = header === null ? memo.to : header.to;
  const addressees: readonly SourceAddressee[] = [
    ...to.map((name) => ({ name, role: 'ADDRESSEE' as const })),
    ...(header?.cc ?? []).map((name) => ({ name, role: 'COPY' as const })),
  ];
  const origin = originOf(author);
  if (sentAt === null && header === null && messages.length > 1) {
    warn(
      'date-missing',
      'createdAt',
      'The outermost message has no header; the dates of those it quotes are not its own.',
    );
  } else if (sentAt === null && !warnings.some((warning) => warning.field === 'createdAt')) {
    warn(
      'date-missing',
      'createdAt',
      isMail ? 'The header has no date.' : 'No line at the top is a date.',
    );
  } else if (sentAt !== null && header?.sentAt !== sentAt) {
    warn('date-from-text', 'createdAt', `The date is that of line ${memo.dateLine ?? line}.`);
  }
  if (title === null) warn('title-missing', 'title', 'The subject is empty or missing.');
  if (author === null) warn('author-missing', 'author', 'No line says whom it is from.');
  if (to.length === 0)
    warn('addressees-missing', 'addressees', 'The line of addressees is empty or missing.');
  if (origin === null) warn('origin-missing', 'origin', 'The sender gives no office.');
  return { title, createdAt: sentAt, author, addressees, origin, warnings };
}
