import type { CorrespondentRole, DocumentKind, Release } from './vocabulary.ts';

/** Format of a source text. */
export type SourceFormat = 'cable' | 'email' | 'news' | 'unknown';

/** A time with the precision of the text: `2007-02-27T16:37Z`, `2009-07-21T17:37`, `2009-07`. */
export type SourceTime = string;

/**
 * A document that a reader found in a source text.
 *
 * A reader never throws and never loses text: every character of the input except white space is in
 * some document's `text` or `furniture`. A field without a value is null (or an empty list) and has
 * a warning that locates the search.
 */
export interface SourceDocument {
  readonly format: SourceFormat;
  readonly kind: DocumentKind;
  /** Canonical: `07MOSCOW828`, `C05763811`, `2009-07-16-ex-us-diplomat-talks-with-hamas`. */
  readonly reference: string | null;
  readonly title: string | null;
  /** ISO 8601, to the minute where known; `Z` only where the text itself is in Zulu time. */
  readonly createdAt: SourceTime | null;
  readonly releasedAt: SourceTime | null;
  readonly release: Release;
  /**
   * Current classification, in capitals without spacing: `CONFIDENTIAL`, `SECRET`, `UNCLASSIFIED`.
   */
  readonly classification: string | null;
  /** Handling captions: `SIPDIS`, `NOFORN`, `RELEASE IN PART B5,B6`. */
  readonly handling: readonly string[];
  /** The sending post or office, as the publisher names it: `Embassy Moscow`. */
  readonly origin: string | null;
  /** The author as written: `Mills, Cheryl D <MillsCD@state.gov>`, `AMEMBASSY MOSCOW`. */
  readonly author: string | null;
  readonly addressees: readonly SourceAddressee[];
  readonly tags: readonly string[];
  /** Documents that this one cites; canonical if their year can be determined. */
  readonly references: readonly SourceReference[];
  /** FOIA case number, `F-2014-20439`. */
  readonly caseNumber: string | null;
  /** BCP 47; null if the reader cannot determine it. */
  readonly language: string | null;
  /** The message, with scanning errors, without page stamps and page furniture. */
  readonly text: string;
  readonly passages: readonly SourcePassage[];
  /** The messages nested in an email, outermost first; empty for other formats. */
  readonly messages: readonly SourceMessage[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ReadWarning[];
  /** Index, in the reader's result, of the document that encloses this one. */
  readonly enclosedBy: number | null;
}

/** Addressee or recipient of a copy, as written. */
export interface SourceAddressee {
  readonly name: string;
  readonly role: Exclude<CorrespondentRole, 'AUTHOR'>;
}

/** A citation of another document; `reference` is its canonical form, or null. */
export interface SourceReference {
  readonly asWritten: string;
  readonly reference: string | null;
}

/** A paragraph. Offsets count UTF-16 units of the document's `text`, end exclusive. */
export interface SourcePassage {
  /** The document's own paragraph number, repaired where scanning broke it; null if it has none. */
  readonly number: number | null;
  /** The heading in force, as written: `QUARTET CONDITIONS`. */
  readonly heading: string | null;
  /** Portion marking without brackets or spaces: `C`, `SBU`, `S//NF`. */
  readonly marking: string | null;
  readonly start: number;
  readonly end: number;
}

/** One message of an email thread; offsets as in `SourcePassage`, headers included. */
export interface SourceMessage {
  readonly from: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly sentAt: SourceTime | null;
  readonly subject: string | null;
  readonly start: number;
  readonly end: number;
}

/** Input that is not part of the message, in its original order. */
export interface Furniture {
  readonly kind:
    | 'page-stamp'
    | 'page-header'
    | 'page-number'
    | 'release-mark'
    | 'exemption-code'
    | 'caption'
    | 'web-page'
    | 'duplicate-header'
    | 'line-noise'
    | 'markup';
  readonly text: string;
  /** Line of the input, from 1. */
  readonly line: number;
}

/** What could not be read or was repaired, and where. */
export interface ReadWarning {
  /** Stable and kebab-case: `paragraph-number-repaired`. */
  readonly code: string;
  /** The field concerned, or null for the text as a whole. */
  readonly field: keyof SourceDocument | null;
  readonly message: string;
  /** Line of the input, from 1; for a missing field, the last line searched. */
  readonly line: number;
}
