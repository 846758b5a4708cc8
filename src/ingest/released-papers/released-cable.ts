import type { SourceDocument } from '#src/domain/source-document.ts';
import { readCable } from '../cable/read-cable.ts';
import type { PaperHeading } from './paper-heading.ts';

/** The heading, TAGS and references of a cable among released papers. */
export interface ReleasedCable {
  readonly heading: PaperHeading;
  readonly tags: SourceDocument['tags'];
  readonly references: SourceDocument['references'];
}

/**
 * Reads the head of a cable that was released as a paper. Its document number, case number and
 * classification remain those of the release. `lines` contains the input line number of each line
 * of `text`.
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
