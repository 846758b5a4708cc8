import type { SourceDocument } from '#src/domain/source-document.ts';
import { readCable } from '../cable/read-cable.ts';
import type { PaperHeading } from './paper-heading.ts';

/** What a cable among released papers says of itself beside what any paper does. */
export interface ReleasedCable {
  readonly heading: PaperHeading;
  readonly tags: SourceDocument['tags'];
  readonly references: SourceDocument['references'];
}

/**
 * Reads the head of a cable that was released like a paper. Its number, its case and what it is
 * classified now stay those of the release; `lines` holds the
 * input line of each line of `text`.
 */
export function readReleasedCable(
  text: string,
  heading: PaperHeading,
  lines: readonly number[],
): ReleasedCable {
  const cable = readCable(text)[0];
  if (cable === undefined) return { heading, tags: [], references: [] };
  const createdAt = cable.createdAt ?? heading.createdAt;
  const own = cable.warnings.filter((warning) => HEADING.has(warning.field ?? ''));
  return {
    heading: {
      title: cable.title ?? heading.title,
      createdAt,
      author: cable.author ?? heading.author,
      addressees: cable.addressees.length > 0 ? cable.addressees : heading.addressees,
      origin: cable.origin ?? heading.origin,
      warnings:
        cable.createdAt === null
          ? heading.warnings
          : own.map((warning) => ({ ...warning, line: lines[warning.line - 1] ?? 1 })),
    },
    tags: cable.tags,
    references: cable.references,
  };
}

const HEADING: ReadonlySet<string> = new Set([
  'title',
  'createdAt',
  'author',
  'addressees',
  'origin',
  'tags',
  'references',
]);
