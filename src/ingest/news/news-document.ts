import type {
  Furniture,
  ReadWarning,
  SourceDocument,
  SourcePassage,
} from '#src/domain/source-document.ts';
import { guessEnglish } from '../text/guess-language.ts';
import { articleReference } from './article-reference.ts';

/** The fields that a reader found for an article. */
export interface NewsFields {
  readonly title: string | null;
  readonly author: string | null;
  /** The newspaper or agency. */
  readonly origin: string | null;
  readonly createdAt: string | null;
  readonly text: string;
  readonly passages: readonly SourcePassage[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ReadWarning[];
  /** Line number for warnings about missing fields. */
  readonly line: number;
}

const MISSING_MESSAGES = {
  title: 'No headline was found above the article.',
  author: 'No byline or agency was found.',
  origin: 'No newspaper or agency was found.',
  createdAt: 'No date was found in the article.',
  reference: 'The reference is derived from the date and the headline, one of which is missing.',
  language: 'The language could not be determined.',
} as const;

/**
 * Builds the document of a news article. Fields that no article has (such as classification,
 * addressees and case number) are null or empty without a warning.
 */
export function newsDocument(fields: NewsFields): SourceDocument {
  const { title, author, origin, createdAt, text, line } = fields;
  const reference = articleReference(createdAt, title);
  const language = guessEnglish(text);
  const found = { title, author, origin, createdAt, reference, language };
  const missing = (Object.keys(MISSING_MESSAGES) as (keyof typeof MISSING_MESSAGES)[])
    .filter((field) => found[field] === null)
    .map((field) => ({
      code: `${field === 'createdAt' ? 'date' : field}-missing`,
      field,
      message: MISSING_MESSAGES[field],
      line,
    }));
  return {
    ...found,
    format: 'news',
    kind: 'NEWS_ARTICLE',
    releasedAt: null,
    release: 'PRESS',
    classification: null,
    handling: [],
    addressees: [],
    tags: [],
    references: [],
    caseNumber: null,
    text,
    passages: fields.passages,
    messages: [],
    furniture: fields.furniture,
    warnings: [...fields.warnings, ...missing],
    enclosedBy: null,
  };
}
