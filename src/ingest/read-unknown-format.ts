import type { ReadWarning, SourceDocument } from '#src/domain/source-document.ts';
import { guessEnglish } from './text/guess-language.ts';
import { findParagraphs } from './text/paragraphs.ts';

/** Reads a text of unknown format into one document with the entire text and its paragraphs. */
export function readUnknown(input: string): readonly SourceDocument[] {
  const language = guessEnglish(input);
  const warning: ReadWarning = {
    code: 'format-unknown',
    field: 'format',
    message:
      'The format is not recognised as a cable, released paper or news article; only the text was read.',
    line: 1,
  };
  const missing: readonly ReadWarning[] = (
    [
      'reference',
      'title',
      'createdAt',
      'releasedAt',
      'classification',
      'origin',
      'author',
      'caseNumber',
    ] as const
  ).map((field) => ({
    code: 'format-unknown',
    field,
    message: `The format is not recognised, so the ${field} cannot be located.`,
    line: 1,
  }));
  const languageMissing: ReadWarning = {
    code: 'language-missing',
    field: 'language',
    message: 'The language could not be determined.',
    line: 1,
  };
  return [
    {
      format: 'unknown',
      kind: 'OTHER',
      reference: null,
      title: null,
      createdAt: null,
      releasedAt: null,
      release: 'UNKNOWN',
      classification: null,
      handling: [],
      origin: null,
      author: null,
      addressees: [],
      tags: [],
      references: [],
      caseNumber: null,
      language,
      text: input,
      passages: findParagraphs(input, 0, input.length),
      messages: [],
      furniture: [],
      warnings: [warning, ...missing, ...(language === null ? [languageMissing] : [])],
      enclosedBy: null,
    },
  ];
}
