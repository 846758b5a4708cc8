/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Selects actors. An actor must match every field given; omitted fields match all actors. */
export type ActorFilter = {
  /** Kinds of actor. */
  readonly kinds?: ReadonlyArray<ActorKind> | null | undefined;
  /** Full or partial name in any spelling, tolerating small errors: `Mashaal`. */
  readonly name?: string | null | undefined;
  /** Slug of an actor that they were part of on any day, directly or indirectly: `russia`. */
  readonly partOf?: string | null | undefined;
};

/** Kind of actor. */
export type ActorKind =
  /** Several actors acting jointly; the positions of members do not count among the coalition's. */
  | 'COALITION'
  /** A newspaper, news agency, broadcaster or website. */
  | 'MEDIA_OUTLET'
  /** A post held by a succession of persons. */
  | 'OFFICE'
  /** A ministry, embassy, movement, party or company. */
  | 'ORGANISATION'
  /** An individual person. */
  | 'PERSON'
  /** A state, represented by its government. */
  | 'STATE';

/** Whether a member's positions count among the organisation's. */
export type AffiliationKind =
  /** The member belongs to a coalition and speaks for itself: its positions do not count among the coalition's. */
  | 'COALITION_MEMBER'
  /** The member speaks for the organisation: its positions count among the organisation's. */
  | 'PART_OF';

/** Setting of an utterance. */
export type Channel =
  /** A government's instruction or report to its own staff, including talking points. */
  | 'INTERNAL'
  /** A meeting or message not intended for publication. */
  | 'PRIVATE'
  /** Intended for the public: a press conference, interview, speech, published statement or remark to a reporter. */
  | 'PUBLIC'
  /** The document does not state the setting. */
  | 'UNKNOWN';

/** Codings of a document by one codebook to count. */
export type CodingChoice =
  /** The codings of all coders. */
  | 'ALL'
  /** One coding: the settled one, else the only one, else that of the coder whose name sorts first. */
  | 'ONE';

/** How far a document is coded by a codebook. */
export type CodingState =
  /** No position in it is coded. */
  | 'NOT_CODED'
  /** Positions in it are coded; none is settled. */
  | 'PROVISIONAL'
  /** Positions in it are coded and settled. */
  | 'SETTLED';

/** Rows of a comparison. Exactly one field is required. */
export type ComparisonActors =
  {   /** Slugs of actors, one row each: `["united-states", "russia", "hamas"]`. */
  readonly actors: ReadonlyArray<string>; readonly groupBy?: never; readonly parties?: never; }
  |  { readonly actors?: never;   /** A row for each group with positions in the selection. */
  readonly groupBy: ComparisonGrouping; readonly parties?: never; }
  |  { readonly actors?: never; readonly groupBy?: never;   /** Slugs of parties, one row each, as in `groupBy: PARTY`: a row counts the positions whose party it was on the day. While a party is itself part of another, its positions count for the other only; with `actors` they count for both. */
  readonly parties: ReadonlyArray<string>; };

/** Grouping of positions into rows, in place of named actors. */
export type ComparisonGrouping =
  /** A row for each party with positions in the selection, by descending number of positions. */
  | 'PARTY';

/** Whether a condition is a demand on the party, or a consequence of meeting the demands. */
export type ConditionKind =
  /** What others make dependent on the party meeting the principles. */
  | 'CONSEQUENCE'
  /** A demand on the party itself. */
  | 'PRINCIPLE';

/** Confidence of the coder in a coding. */
export type Confidence =
  /** A codebook rule decides the coding. */
  | 'HIGH'
  /** Another coder could reasonably decide otherwise. */
  | 'LOW'
  /** The rules leave a choice, and the text favours this coding. */
  | 'MEDIUM';

/** Aspect in which two positions can differ, and the form of its values. */
export type ContrastAspect =
  /** Setting of the utterance: value of `Channel`. */
  | 'CHANNEL'
  /** Coder: name. Differences between coders can be differences of coding, not of stance. */
  | 'CODER'
  /** Document in which the position is found: canonical reference. */
  | 'DOCUMENT'
  /** Holder: slug of an actor. */
  | 'HOLDER'
  /** Whether the position is asserted or denied: value of `Modality`. */
  | 'MODALITY'
  /** Number of retellings between the holder and the document's author: whole number. */
  | 'RETELLINGS'
  /** Whether the words are the holder's own: value of `Wording`. */
  | 'WORDING';

/** Role of a correspondent. */
export type CorrespondentRole =
  /** Addressed by the document. */
  | 'ADDRESSEE'
  /** Wrote or sent the document. */
  | 'AUTHOR'
  /** Received a copy for information. */
  | 'COPY';

/** Whether figures count a position. A coding is the work of one coder on one document by one codebook; of several codings of a document, figures count one. */
export type Counting =
  /** Counted, but by rule: none of several codings of its document is settled, or several are; that of the coder whose name sorts first counts. */
  | 'BY_RULE'
  /** Its coding is the only one of its document that is settled, or the only one. */
  | 'COUNTED'
  /** Another coding of its document is counted. */
  | 'NOT_COUNTED';

/** Precision of a date. */
export type DatePrecision =
  /** Known to the day. */
  | 'DAY'
  /** Known to the month; the date given is its first day. */
  | 'MONTH'
  /** Known to the year; the date given is its first day. */
  | 'YEAR';

/** Kind of discrepancy between two positions of one actor. A pair can be of several kinds. */
export type DiscrepancyKind =
  /** One is `ASSERTED`, the other `DENIED`. */
  | 'ASSERTED_VS_DENIED'
  /** None of the other kinds. */
  | 'OTHER'
  /** One is in the holder's own words (wording `VERBATIM`, or no retelling), the other a `PARAPHRASE` by others. */
  | 'OWN_WORDS_VS_REPORTED'
  /** One is held by a person or office, the other by an organisation or state that this person or office was part of on the day of its statement. */
  | 'PERSON_VS_PARTY'
  /** One was stated in a `PUBLIC` setting, the other in a `PRIVATE` or `INTERNAL` one. */
  | 'PUBLIC_VS_PRIVATE';

/** Selects documents. A document must match every field given; omitted fields match all documents. */
export type DocumentFilter = {
  /** Earliest date of writing, inclusive. Undated documents do not match. */
  readonly createdFrom?: string | null | undefined;
  /** Latest date of writing, inclusive. Undated documents do not match. */
  readonly createdTo?: string | null | undefined;
  /** Kinds of document. */
  readonly kinds?: ReadonlyArray<DocumentKind> | null | undefined;
  /** Ways in which the document became public. */
  readonly releases?: ReadonlyArray<Release> | null | undefined;
  /** Slugs of actors for which the author spoke on the day of writing (`authorPartyCertain`): `["united-states"]`. */
  readonly writtenBy?: ReadonlyArray<string> | null | undefined;
};

/** Kind of document. */
export type DocumentKind =
  /** A diplomatic telegram between a ministry and its posts. */
  | 'CABLE'
  /** An email, including the messages nested in it. */
  | 'EMAIL'
  /** A letter. */
  | 'LETTER'
  /** A memorandum within a government or organisation. */
  | 'MEMORANDUM'
  /** An article or report by a news outlet. */
  | 'NEWS_ARTICLE'
  /** Any other kind, or unknown. */
  | 'OTHER'
  /** A published statement, communiqué or speech. */
  | 'STATEMENT';

/** Whether the holder asserts the position or denies it. */
export type Modality =
  /** The holder takes the position. */
  | 'ASSERTED'
  /** The holder denies a position or act ascribed to it. The stance is the one that the holder takes by denying, never the one denied (`Codebook.denials`). */
  | 'DENIED';

/** Actors of a network: named, or grouped. Exactly one field is required. */
export type NetworkActors =
  {   /** Slugs of the actors: `["united-states", "hamas"]`. */
  readonly actors: ReadonlyArray<string>; readonly groupBy?: never; }
  |  { readonly actors?: never;   /** All holders, or all parties, with statements. */
  readonly groupBy: NetworkGrouping; };

/** Actors of the statements in a network that names no actors. */
export type NetworkGrouping =
  /** Holders of the positions. */
  | 'HOLDER'
  /** Parties for which the holders spoke on the day of the statement. */
  | 'PARTY';

/** Normalisation of weights between nodes with many and with few statements. n(i) is the number of statements of node i. */
export type NetworkNormalisation =
  /** Two-mode: divided by the number of statements of the actor; with `IGNORE`, the share of the actor's statements. */
  | 'ACTIVITY'
  /** One-mode: divided by (n(i) + n(i′)) / 2, the average activity (Leifeld 2017). */
  | 'AVERAGE_ACTIVITY'
  /** One-mode: replaces the weight by the cosine similarity of the two profiles, Σ x·x′ / √(Σ x² · Σ x′²), from 0 to 1; 1 for profiles of equal shares. With `CONGRUENCE`, profiles over conditions and values; with `IGNORE`, over conditions alone. Not valid with `CONFLICT` or `SUBTRACT`. */
  | 'COSINE'
  /** One-mode: divided by n(i) · n(i′), which the Discourse Network Analyzer calls cosine. Equal profiles can be below 1. */
  | 'DNA_COSINE'
  /** One-mode: divided by Σ x[x′ = 0] + Σ x′[x = 0] + Σ x·x′ over conditions and values, which the Discourse Network Analyzer calls Jaccard. It can exceed 1. */
  | 'DNA_JACCARD'
  /** One-mode: replaces the weight by the Jaccard similarity of the two profiles, Σ min(x, x′) / Σ max(x, x′), from 0 to 1; 1 for equal profiles. With `CONGRUENCE`, profiles over conditions and values; with `IGNORE`, over conditions alone. Not valid with `CONFLICT` or `SUBTRACT`. */
  | 'JACCARD'
  /** No normalisation. */
  | 'NONE'
  /** Two-mode: divided by the number of statements on the condition; with `IGNORE`, the actor's share of them. */
  | 'PROMINENCE';

/** Weight of an edge. x(i,j,k) is the number of statements of node i on condition j with stance value k; R is the range of the scale that the codebook declares, 4 from −2 to 2. Between conditions, the roles of actors and conditions are swapped (Leifeld 2017; Discourse Network Analyzer, with R the declared range and not the observed one). */
export type NetworkWeight =
  /** Disagreement: Σj Σk Σk′ x(i,j,k) · x(i′,j,k′) · |k − k′| / R, 0 or more. One-mode only. */
  | 'CONFLICT'
  /** Agreement: Σj Σk Σk′ x(i,j,k) · x(i′,j,k′) · (1 − |k − k′| / R), 0 or more. One-mode only. */
  | 'CONGRUENCE'
  /** Weight regardless of stance. One-mode: Σj (Σk x(i,j,k)) · (Σk x(i′,j,k)), 0 or more. Two-mode: the number of statements. */
  | 'IGNORE'
  /** One-mode: congruence − conflict, below 0 if disagreement prevails. Two-mode: Σk k · x(i,j,k), the sum of the stance values. */
  | 'SUBTRACT';

/** Selects positions. A position must match every field given; omitted fields match all positions. */
export type PositionFilter = {
  /** Channels of the holder's utterance. */
  readonly channels?: ReadonlyArray<Channel> | null | undefined;
  /** Names of coders. Their codings all count, unless `codings` is given. */
  readonly coders?: ReadonlyArray<string> | null | undefined;
  /** Codings of each document to count, where several coders coded it. Default: `ONE`; `ALL` if `coders` is given. */
  readonly codings?: CodingChoice | null | undefined;
  /** Whether and why figures count the position: `[BY_RULE]` for those in doubt. */
  readonly countings?: ReadonlyArray<Counting> | null | undefined;
  /** Kinds of the document. */
  readonly documentKinds?: ReadonlyArray<DocumentKind> | null | undefined;
  /** Maximum number of retellings between the holder and the document's author: 0 for the holder's own documents, 1 for what the author heard or read, 2 for what reached the author through an intermediary. */
  readonly maxRetellings?: number | null | undefined;
  /** Modalities: asserted, or denied. */
  readonly modalities?: ReadonlyArray<Modality> | null | undefined;
  /** Ways in which the document became public. */
  readonly releases?: ReadonlyArray<Release> | null | undefined;
  /** Slugs of actors for which the document's author spoke on the day of writing (`Document.authorPartyCertain`): `["united-states"]`. */
  readonly reportedBy?: ReadonlyArray<string> | null | undefined;
  /** Earliest date of statement, inclusive. A date known to the month or year counts as its first day. */
  readonly statedFrom?: string | null | undefined;
  /** Latest date of statement, inclusive. A date known to the month or year counts as its first day. */
  readonly statedTo?: string | null | undefined;
  /** Statuses of the coding: provisional, or settled. */
  readonly statuses?: ReadonlyArray<PositionStatus> | null | undefined;
  /** Wordings: the holder's own words, or a paraphrase. */
  readonly wordings?: ReadonlyArray<Wording> | null | undefined;
};

/** Status of a coding. */
export type PositionStatus =
  /** Coded by one coder. */
  | 'PROVISIONAL'
  /** Coded independently by several coders, compared, and settled between them. */
  | 'SETTLED';

/** How the document became public. */
export type Release =
  /** Released on request under a freedom of information act. */
  | 'FOIA'
  /** Published without authorisation. */
  | 'LEAK'
  /** Published by its author. */
  | 'OFFICIAL'
  /** Published by a news outlet. */
  | 'PRESS'
  /** Unknown release. */
  | 'UNKNOWN';

/** Selects results of a search. A result must match every field given; omitted fields match all results. Passages and positions are selected by their document; actors match only if no field but `subjects` is given. */
export type SearchFilter = {
  /** Codebook of `codingStates`: `quartet-principles` for its newest version, `quartet-principles@1` for version 1. Default: the default codebook of the corpus. */
  readonly codebook?: string | null | undefined;
  /** How far the document is coded by the codebook. */
  readonly codingStates?: ReadonlyArray<CodingState> | null | undefined;
  /** Earliest date of writing, inclusive. Undated documents do not match. */
  readonly createdFrom?: string | null | undefined;
  /** Latest date of writing, inclusive. Undated documents do not match. */
  readonly createdTo?: string | null | undefined;
  /** Kinds of document. */
  readonly kinds?: ReadonlyArray<DocumentKind> | null | undefined;
  /** Slugs of actors for which the holder of the position, or else the author of the document, spoke: `["hamas"]`. */
  readonly parties?: ReadonlyArray<string> | null | undefined;
  /** Ways in which the document became public. */
  readonly releases?: ReadonlyArray<Release> | null | undefined;
  /** Kinds of result. */
  readonly subjects?: ReadonlyArray<SearchSubjectKind> | null | undefined;
  /** Slugs of actors for which the author spoke: `["united-states"]`. */
  readonly writtenBy?: ReadonlyArray<string> | null | undefined;
  /** Years in which the document was written. Undated documents do not match. */
  readonly years?: ReadonlyArray<number> | null | undefined;
};

/** Kinds of result of a search. */
export type SearchSubjectKind =
  /** Actors, found by name. */
  | 'ACTOR'
  /** Documents, found by title, reference, correspondents, origin and provenance. */
  | 'DOCUMENT'
  /** Passages, found by their text. */
  | 'PASSAGE'
  /** Positions, found by their summary. */
  | 'POSITION';

/** Stance of a holder on a condition, on an ordinal scale of five levels. */
export type Stance =
  /** 0: addresses it without taking a side. */
  | 'NONCOMMITTAL'
  /** +1: supports it in part: gradually, implicitly, as a preference, with exceptions, or for later. */
  | 'QUALIFIES'
  /** −2: refuses it, or practises, urges or defends the opposite as its own course. */
  | 'REJECTS'
  /** −1: argues against meeting or enforcing it now, short of a refusal. */
  | 'RESISTS'
  /** +2: affirms the proposition without qualification, demands it, or undertakes to meet it. */
  | 'UPHOLDS';

/** Coverage of the document by the stored text. */
export type TextCoverage =
  /** Quoted sentences only, because the rest is under copyright. */
  | 'EXCERPTS'
  /** Complete text. */
  | 'FULL';

/** Whether the words are the holder's own. */
export type Wording =
  /** The document reports the position in words other than the holder's. */
  | 'PARAPHRASE'
  /** The document quotes the holder's words in quotation marks, or is the holder's own. */
  | 'VERBATIM';

export type AsOthersTellItQueryVariables = Exact<{
  actors: ReadonlyArray<string> | string;
  reportedBy: ReadonlyArray<string> | string;
}>;


export type AsOthersTellItQuery = { readonly comparison: { readonly rows: ReadonlyArray<{ readonly reportedBy: { readonly name: string } | null, readonly cells: ReadonlyArray<{ readonly count: number, readonly mean: number | null, readonly publicPrivateGap: number | null, readonly condition: { readonly title: string }, readonly latest: { readonly stance: Stance, readonly summary: string, readonly evidence: ReadonlyArray<{ readonly exact: string }> } | null }> }>, readonly divergences: ReadonlyArray<{ readonly distance: number, readonly overlap: number, readonly condition: { readonly title: string }, readonly aReportedBy: { readonly name: string } | null, readonly bReportedBy: { readonly name: string } | null }>, readonly gaps: ReadonlyArray<{ readonly documentCount: number, readonly reportedBy: { readonly name: string } | null, readonly condition: { readonly title: string } }>, readonly citation: { readonly text: string } } };

export type DenialsQueryVariables = Exact<{
  actors?: ReadonlyArray<string> | string | null | undefined;
  conditions?: ReadonlyArray<string> | string | null | undefined;
}>;


export type DenialsQuery = { readonly positions: { readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly onOrBefore: boolean, readonly stance: Stance, readonly modality: Modality, readonly summary: string, readonly disputes: { readonly statedOn: string, readonly onOrBefore: boolean, readonly stance: Stance, readonly modality: Modality, readonly summary: string, readonly holder: { readonly name: string }, readonly party: { readonly name: string }, readonly attribution: ReadonlyArray<{ readonly order: number, readonly speaker: { readonly name: string }, readonly audience: ReadonlyArray<{ readonly name: string }> }>, readonly evidence: ReadonlyArray<{ readonly exact: string }>, readonly document: { readonly reference: string, readonly title: string | null } } | null, readonly holder: { readonly name: string }, readonly party: { readonly name: string }, readonly attribution: ReadonlyArray<{ readonly order: number, readonly speaker: { readonly name: string }, readonly audience: ReadonlyArray<{ readonly name: string }> }>, readonly evidence: ReadonlyArray<{ readonly exact: string }>, readonly document: { readonly reference: string, readonly title: string | null } }> } };

export type StatementFragment = { readonly statedOn: string, readonly onOrBefore: boolean, readonly stance: Stance, readonly modality: Modality, readonly summary: string, readonly holder: { readonly name: string }, readonly party: { readonly name: string }, readonly attribution: ReadonlyArray<{ readonly order: number, readonly speaker: { readonly name: string }, readonly audience: ReadonlyArray<{ readonly name: string }> }>, readonly evidence: ReadonlyArray<{ readonly exact: string }>, readonly document: { readonly reference: string, readonly title: string | null } };

export type DiscrepanciesQueryVariables = Exact<{
  actor: string;
  condition?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type DiscrepanciesQuery = { readonly discrepancies: { readonly counts: ReadonlyArray<{ readonly kind: DiscrepancyKind, readonly count: number }>, readonly pairs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kinds: ReadonlyArray<DiscrepancyKind>, readonly stanceDifference: number, readonly contrasts: ReadonlyArray<{ readonly aspect: ContrastAspect, readonly a: string, readonly b: string }>, readonly a: { readonly statedOn: string, readonly stance: Stance, readonly summary: string, readonly holder: { readonly name: string }, readonly evidence: ReadonlyArray<{ readonly exact: string }> }, readonly b: { readonly statedOn: string, readonly stance: Stance, readonly summary: string, readonly holder: { readonly name: string }, readonly evidence: ReadonlyArray<{ readonly exact: string }> } }> } } };

export type AccountFragment = { readonly statedOn: string, readonly stance: Stance, readonly summary: string, readonly holder: { readonly name: string }, readonly evidence: ReadonlyArray<{ readonly exact: string }> };

export type ExplorerActorQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplorerActorQuery = { readonly actor: { readonly slug: string, readonly name: string, readonly kind: ActorKind, readonly description: string | null, readonly aliases: ReadonlyArray<string>, readonly affiliations: ReadonlyArray<{ readonly kind: AffiliationKind, readonly role: string | null, readonly from: string | null, readonly fromPrecision: DatePrecision, readonly to: string | null, readonly toPrecision: DatePrecision, readonly organisation: { readonly slug: string, readonly name: string } }>, readonly members: ReadonlyArray<{ readonly kind: AffiliationKind, readonly role: string | null, readonly from: string | null, readonly fromPrecision: DatePrecision, readonly to: string | null, readonly toPrecision: DatePrecision, readonly member: { readonly slug: string, readonly name: string, readonly kind: ActorKind } }>, readonly positions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly stance: Stance, readonly statedOn: string, readonly statedOnPrecision: DatePrecision, readonly onOrBefore: boolean, readonly channel: Channel, readonly summary: string, readonly coder: string, readonly status: PositionStatus, readonly counting: Counting, readonly holder: { readonly slug: string, readonly name: string }, readonly condition: { readonly code: string, readonly title: string }, readonly document: { readonly reference: string, readonly title: string | null }, readonly evidence: ReadonlyArray<{ readonly start: number }> }> } } };

export type ExplorerActorsQueryVariables = Exact<{
  filter?: ActorFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplorerActorsQuery = { readonly actors: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly kind: ActorKind, readonly aliases: ReadonlyArray<string>, readonly heldCount: number, readonly positions: { readonly totalCount: number } }> } };

export type ExplorerDivergenceQueryVariables = Exact<{
  of: ComparisonActors;
  filter?: PositionFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ExplorerDivergenceQuery = { readonly comparison: { readonly revision: number, readonly actorCount: number, readonly unsettledDocumentCount: number, readonly uncertainPartyCount: number, readonly conditions: ReadonlyArray<{ readonly code: string, readonly title: string }>, readonly rows: ReadonlyArray<{ readonly actor: { readonly slug: string, readonly name: string } }>, readonly divergences: ReadonlyArray<{ readonly distance: number, readonly overlap: number, readonly condition: { readonly code: string }, readonly a: { readonly slug: string }, readonly b: { readonly slug: string } }> } };

export type ExplorerDocumentPositionsQueryVariables = Exact<{
  reference: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplorerDocumentPositionsQuery = { readonly document: { readonly positions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly stance: Stance, readonly statedOn: string, readonly statedOnPrecision: DatePrecision, readonly onOrBefore: boolean, readonly channel: Channel, readonly wording: Wording, readonly modality: Modality, readonly retellings: number, readonly summary: string, readonly coder: string, readonly status: PositionStatus, readonly counting: Counting, readonly holder: { readonly slug: string, readonly name: string }, readonly party: { readonly slug: string, readonly name: string }, readonly condition: { readonly code: string, readonly title: string }, readonly evidence: ReadonlyArray<{ readonly start: number, readonly end: number, readonly orphaned: boolean }> }> } } | null };

export type ExplorerDocumentQueryVariables = Exact<{
  reference: string;
}>;


export type ExplorerDocumentQuery = { readonly document: { readonly reference: string, readonly title: string | null, readonly kind: DocumentKind, readonly createdAt: string | null, readonly release: Release, readonly releasedAt: string | null, readonly classification: string | null, readonly handling: ReadonlyArray<string>, readonly tags: ReadonlyArray<string>, readonly caseNumber: string | null, readonly origin: string | null, readonly language: string | null, readonly rights: string | null, readonly provenance: string | null, readonly sha256: string, readonly textCoverage: TextCoverage, readonly text: string, readonly textLength: number, readonly warnings: ReadonlyArray<string>, readonly purge: { readonly reason: string, readonly revision: { readonly number: number } } | null, readonly correspondents: ReadonlyArray<{ readonly role: CorrespondentRole, readonly asWritten: string, readonly actor: { readonly slug: string, readonly name: string } | null }>, readonly messages: ReadonlyArray<{ readonly start: number, readonly end: number, readonly from: string | null, readonly to: ReadonlyArray<string>, readonly subject: string | null, readonly sentAt: string | null }>, readonly passages: ReadonlyArray<{ readonly number: number | null, readonly heading: string | null, readonly marking: string | null, readonly start: number, readonly end: number }>, readonly enclosedBy: { readonly reference: string, readonly title: string | null } | null, readonly enclosures: ReadonlyArray<{ readonly reference: string, readonly title: string | null, readonly kind: DocumentKind }>, readonly codings: ReadonlyArray<{ readonly coder: string, readonly status: PositionStatus, readonly counting: Counting, readonly codebook: { readonly id: string, readonly title: string, readonly version: number }, readonly positions: { readonly totalCount: number } }>, readonly references: ReadonlyArray<{ readonly asWritten: string, readonly reference: string | null, readonly document: { readonly reference: string, readonly title: string | null } | null }> } | null };

export type ExplorerDocumentsQueryVariables = Exact<{
  filter?: DocumentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplorerDocumentsQuery = { readonly documents: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly reference: string, readonly title: string | null, readonly kind: DocumentKind, readonly createdAt: string | null, readonly release: Release, readonly textCoverage: TextCoverage, readonly positions: { readonly totalCount: number } }> } };

export type ExplorerEvidenceQueryVariables = Exact<{
  of: ComparisonActors;
  condition: string;
  filter?: PositionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplorerEvidenceQuery = { readonly comparison: { readonly revision: number, readonly citation: { readonly text: string }, readonly rows: ReadonlyArray<{ readonly actor: { readonly slug: string, readonly name: string }, readonly cells: ReadonlyArray<{ readonly count: number, readonly documentCount: number, readonly uncertainPartyCount: number, readonly mean: number | null, readonly median: number | null, readonly agreement: number | null, readonly publicPrivateGap: number | null, readonly condition: { readonly code: string, readonly title: string, readonly proposition: string }, readonly distribution: ReadonlyArray<{ readonly stance: Stance, readonly count: number }>, readonly positions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly stance: Stance, readonly statedOn: string, readonly statedOnPrecision: DatePrecision, readonly onOrBefore: boolean, readonly channel: Channel, readonly wording: Wording, readonly modality: Modality, readonly retellings: number, readonly confidence: Confidence, readonly status: PositionStatus, readonly coder: string, readonly counting: Counting, readonly summary: string, readonly rationale: string | null, readonly partyCertain: boolean, readonly holder: { readonly slug: string, readonly name: string }, readonly party: { readonly slug: string, readonly name: string }, readonly onBehalfOf: { readonly slug: string, readonly name: string } | null, readonly disputes: { readonly id: string, readonly summary: string, readonly holder: { readonly name: string } } | null, readonly attribution: ReadonlyArray<{ readonly order: number, readonly channel: Channel, readonly date: string | null, readonly datePrecision: DatePrecision | null, readonly speaker: { readonly slug: string, readonly name: string }, readonly audience: ReadonlyArray<{ readonly slug: string, readonly name: string }> }>, readonly document: { readonly reference: string, readonly title: string | null, readonly kind: DocumentKind, readonly textCoverage: TextCoverage }, readonly evidence: ReadonlyArray<{ readonly start: number, readonly end: number, readonly prefix: string, readonly exact: string, readonly suffix: string, readonly passage: { readonly number: number | null, readonly heading: string | null, readonly marking: string | null, readonly start: number } | null }> }> } }> }>, readonly gaps: ReadonlyArray<{ readonly documentCount: number, readonly documents: { readonly nodes: ReadonlyArray<{ readonly reference: string, readonly title: string | null, readonly kind: DocumentKind }> } }> } };

export type ExplorerMatrixQueryVariables = Exact<{
  of: ComparisonActors;
  filter?: PositionFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ExplorerMatrixQuery = { readonly comparison: { readonly revision: number, readonly actorCount: number, readonly unsettledDocumentCount: number, readonly uncertainPartyCount: number, readonly conditions: ReadonlyArray<{ readonly code: string, readonly title: string, readonly kind: ConditionKind, readonly proposition: string }>, readonly rows: ReadonlyArray<{ readonly actor: { readonly slug: string, readonly name: string, readonly kind: ActorKind }, readonly cells: ReadonlyArray<{ readonly count: number, readonly documentCount: number, readonly mean: number | null, readonly publicPrivateGap: number | null, readonly condition: { readonly code: string }, readonly distribution: ReadonlyArray<{ readonly stance: Stance, readonly count: number }> }> }> } };

export type ExplorerMonthsQueryVariables = Exact<{
  actor: string;
  condition: string;
  filter?: PositionFilter | null | undefined;
}>;


export type ExplorerMonthsQuery = { readonly comparison: { readonly rows: ReadonlyArray<{ readonly cells: ReadonlyArray<{ readonly count: number, readonly trend: ReadonlyArray<{ readonly from: string, readonly to: string, readonly count: number, readonly mean: number | null, readonly distribution: ReadonlyArray<{ readonly stance: Stance, readonly count: number }> }> }> }> } };

export type ExplorerNamesQueryVariables = Exact<{
  actors: ReadonlyArray<string> | string;
}>;


export type ExplorerNamesQuery = { readonly comparison: { readonly rows: ReadonlyArray<{ readonly actor: { readonly slug: string, readonly name: string } }> } };

export type ExplorerNetworkQueryVariables = Exact<{
  of: NetworkActors;
  filter?: PositionFilter | null | undefined;
  weight: NetworkWeight;
  normalisation: NetworkNormalisation;
}>;


export type ExplorerNetworkQuery = { readonly network: { readonly revision: number, readonly unsettledDocumentCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly activity: number, readonly subject:
        | { readonly __typename: 'Actor', readonly slug: string, readonly name: string, readonly actorKind: ActorKind }
        | { readonly __typename: 'Condition' }
       }>, readonly edges: ReadonlyArray<{ readonly weight: number, readonly a: { readonly key: string }, readonly b: { readonly key: string } }> } };

export type ExplorerOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ExplorerOverviewQuery = { readonly comparison: { readonly revision: number, readonly conditions: ReadonlyArray<{ readonly code: string, readonly title: string, readonly kind: ConditionKind, readonly proposition: string }>, readonly rows: ReadonlyArray<{ readonly actor: { readonly slug: string, readonly name: string, readonly kind: ActorKind } }>, readonly trend: ReadonlyArray<{ readonly from: string, readonly to: string, readonly count: number }> }, readonly press: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly name: string }> } };

export type ExplorerSearchQueryVariables = Exact<{
  query: string;
  filter?: SearchFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplorerSearchQuery = { readonly search: { readonly totalCount: number, readonly facets: { readonly subjects: ReadonlyArray<{ readonly subject: SearchSubjectKind, readonly count: number }>, readonly kinds: ReadonlyArray<{ readonly kind: DocumentKind, readonly count: number }>, readonly years: ReadonlyArray<{ readonly year: number | null, readonly count: number }>, readonly parties: ReadonlyArray<{ readonly count: number, readonly party: { readonly slug: string, readonly name: string } }>, readonly codingStates: ReadonlyArray<{ readonly state: CodingState, readonly count: number }> }, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly snippet: string, readonly subject:
        | { readonly __typename: 'Actor', readonly slug: string, readonly name: string, readonly actorKind: ActorKind }
        | { readonly __typename: 'Document', readonly reference: string, readonly title: string | null, readonly documentKind: DocumentKind }
        | { readonly __typename: 'Passage', readonly number: number | null, readonly start: number, readonly document: { readonly reference: string, readonly title: string | null } }
        | { readonly __typename: 'Position', readonly id: string, readonly stance: Stance, readonly statedOn: string, readonly statedOnPrecision: DatePrecision, readonly coder: string, readonly status: PositionStatus, readonly counting: Counting, readonly holder: { readonly slug: string, readonly name: string }, readonly condition: { readonly code: string, readonly title: string }, readonly document: { readonly reference: string }, readonly evidence: ReadonlyArray<{ readonly start: number }> }
       }> } };

export type ExplorerTimelineQueryVariables = Exact<{
  actor: string;
  condition: string;
  filter?: PositionFilter | null | undefined;
}>;


export type ExplorerTimelineQuery = { readonly timeline: { readonly revision: number, readonly unsettledDocumentCount: number, readonly uncertainPartyCount: number, readonly moments: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly statedOnPrecision: DatePrecision, readonly onOrBefore: boolean, readonly notAfter: string, readonly median: number, readonly positions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly stance: Stance, readonly channel: Channel, readonly summary: string, readonly holder: { readonly name: string }, readonly document: { readonly reference: string } }> } }> }, readonly shifts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly from: number, readonly to: number, readonly certain: boolean, readonly notBefore: string | null, readonly notAfter: string, readonly before: { readonly statedOn: string }, readonly after: { readonly statedOn: string } }> } }, readonly discrepancies: { readonly counts: ReadonlyArray<{ readonly kind: DiscrepancyKind, readonly count: number }>, readonly pairs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kinds: ReadonlyArray<DiscrepancyKind>, readonly a: { readonly id: string, readonly statedOn: string, readonly stance: Stance }, readonly b: { readonly id: string, readonly statedOn: string, readonly stance: Stance } }> } } };

export type MatrixQueryVariables = Exact<{
  actors: ReadonlyArray<string> | string;
  filter?: PositionFilter | null | undefined;
  revision?: number | null | undefined;
}>;


export type MatrixQuery = { readonly comparison: { readonly revision: number, readonly rows: ReadonlyArray<{ readonly actor: { readonly name: string }, readonly cells: ReadonlyArray<{ readonly count: number, readonly documentCount: number, readonly median: number | null, readonly mean: number | null, readonly condition: { readonly code: string, readonly title: string }, readonly distribution: ReadonlyArray<{ readonly stance: Stance, readonly count: number }>, readonly positions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly stance: Stance, readonly summary: string, readonly holder: { readonly name: string }, readonly document: { readonly reference: string }, readonly evidence: ReadonlyArray<{ readonly exact: string }> }> } }> }> } };

export type NetworkQueryVariables = Exact<{
  filter?: PositionFilter | null | undefined;
}>;


export type NetworkQuery = { readonly network: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly activity: number }>, readonly edges: ReadonlyArray<{ readonly weight: number, readonly a: { readonly key: string }, readonly b: { readonly key: string }, readonly positions: { readonly nodes: ReadonlyArray<{ readonly stance: Stance, readonly summary: string, readonly evidence: ReadonlyArray<{ readonly exact: string }> }> } }>, readonly citation: { readonly text: string } } };

export type PublicAndPrivateQueryVariables = Exact<{
  actors: ReadonlyArray<string> | string;
  conditions?: ReadonlyArray<string> | string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type PublicAndPrivateQuery = { readonly inPublic: { readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly onOrBefore: boolean, readonly stance: Stance, readonly summary: string, readonly retellings: number, readonly holder: { readonly name: string }, readonly attribution: ReadonlyArray<{ readonly order: number, readonly channel: Channel, readonly speaker: { readonly name: string }, readonly audience: ReadonlyArray<{ readonly name: string }> }>, readonly document: { readonly reference: string, readonly title: string | null }, readonly evidence: ReadonlyArray<{ readonly exact: string, readonly passage: { readonly number: number | null, readonly heading: string | null, readonly marking: string | null } | null }> }> }, readonly inPrivate: { readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly onOrBefore: boolean, readonly stance: Stance, readonly summary: string, readonly retellings: number, readonly holder: { readonly name: string }, readonly attribution: ReadonlyArray<{ readonly order: number, readonly channel: Channel, readonly speaker: { readonly name: string }, readonly audience: ReadonlyArray<{ readonly name: string }> }>, readonly document: { readonly reference: string, readonly title: string | null }, readonly evidence: ReadonlyArray<{ readonly exact: string, readonly passage: { readonly number: number | null, readonly heading: string | null, readonly marking: string | null } | null }> }> } };

export type WithChainFragment = { readonly statedOn: string, readonly onOrBefore: boolean, readonly stance: Stance, readonly summary: string, readonly retellings: number, readonly holder: { readonly name: string }, readonly attribution: ReadonlyArray<{ readonly order: number, readonly channel: Channel, readonly speaker: { readonly name: string }, readonly audience: ReadonlyArray<{ readonly name: string }> }>, readonly document: { readonly reference: string, readonly title: string | null }, readonly evidence: ReadonlyArray<{ readonly exact: string, readonly passage: { readonly number: number | null, readonly heading: string | null, readonly marking: string | null } | null }> };

export type SearchQueryVariables = Exact<{
  query: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly score: number, readonly snippet: string, readonly subject:
        | { readonly __typename: 'Actor', readonly slug: string, readonly name: string, readonly aliases: ReadonlyArray<string> }
        | { readonly __typename: 'Document', readonly reference: string, readonly title: string | null }
        | { readonly __typename: 'Passage', readonly number: number | null, readonly document: { readonly reference: string } }
        | { readonly __typename: 'Position', readonly summary: string, readonly stance: Stance, readonly document: { readonly reference: string } }
       }> } };

export type TwoPeriodsQueryVariables = Exact<{
  actors: ReadonlyArray<string> | string;
  conditions?: ReadonlyArray<string> | string | null | undefined;
  first: PositionFilter;
  second: PositionFilter;
}>;


export type TwoPeriodsQuery = { readonly first: { readonly rows: ReadonlyArray<{ readonly cells: ReadonlyArray<{ readonly count: number, readonly median: number | null, readonly mean: number | null, readonly distribution: ReadonlyArray<{ readonly stance: Stance, readonly count: number }>, readonly positions: { readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly stance: Stance, readonly channel: Channel, readonly summary: string, readonly holder: { readonly name: string }, readonly evidence: ReadonlyArray<{ readonly exact: string }> }> } }> }> }, readonly second: { readonly rows: ReadonlyArray<{ readonly cells: ReadonlyArray<{ readonly count: number, readonly median: number | null, readonly mean: number | null, readonly distribution: ReadonlyArray<{ readonly stance: Stance, readonly count: number }>, readonly positions: { readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly stance: Stance, readonly channel: Channel, readonly summary: string, readonly holder: { readonly name: string }, readonly evidence: ReadonlyArray<{ readonly exact: string }> }> } }> }> } };

export type StancesFragment = { readonly count: number, readonly median: number | null, readonly mean: number | null, readonly distribution: ReadonlyArray<{ readonly stance: Stance, readonly count: number }>, readonly positions: { readonly nodes: ReadonlyArray<{ readonly statedOn: string, readonly stance: Stance, readonly channel: Channel, readonly summary: string, readonly holder: { readonly name: string }, readonly evidence: ReadonlyArray<{ readonly exact: string }> }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const StatementFragmentDoc = new TypedDocumentString(`
    fragment Statement on Position {
  statedOn
  onOrBefore
  holder {
    name
  }
  party {
    name
  }
  stance
  modality
  summary
  attribution {
    order
    speaker {
      name
    }
    audience {
      name
    }
  }
  evidence {
    exact
  }
  document {
    reference
    title
  }
}
    `, {"fragmentName":"Statement"}) as unknown as TypedDocumentString<StatementFragment, unknown>;
export const AccountFragmentDoc = new TypedDocumentString(`
    fragment Account on Position {
  statedOn
  holder {
    name
  }
  stance
  summary
  evidence {
    exact
  }
}
    `, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const WithChainFragmentDoc = new TypedDocumentString(`
    fragment WithChain on Position {
  statedOn
  onOrBefore
  holder {
    name
  }
  stance
  summary
  retellings
  attribution {
    order
    speaker {
      name
    }
    audience {
      name
    }
    channel
  }
  document {
    reference
    title
  }
  evidence {
    exact
    passage {
      number
      heading
      marking
    }
  }
}
    `, {"fragmentName":"WithChain"}) as unknown as TypedDocumentString<WithChainFragment, unknown>;
export const StancesFragmentDoc = new TypedDocumentString(`
    fragment Stances on ComparisonCell {
  count
  median
  mean
  distribution {
    stance
    count
  }
  positions {
    nodes {
      statedOn
      holder {
        name
      }
      stance
      channel
      summary
      evidence {
        exact
      }
    }
  }
}
    `, {"fragmentName":"Stances"}) as unknown as TypedDocumentString<StancesFragment, unknown>;
export const AsOthersTellItDocument = new TypedDocumentString(`
    query AsOthersTellIt($actors: [String!]!, $reportedBy: [String!]!) {
  comparison(actors: $actors, reportedBy: $reportedBy) {
    rows {
      reportedBy {
        name
      }
      cells {
        condition {
          title
        }
        count
        mean
        publicPrivateGap
        latest {
          stance
          summary
          evidence {
            exact
          }
        }
      }
    }
    divergences {
      condition {
        title
      }
      aReportedBy {
        name
      }
      bReportedBy {
        name
      }
      distance
      overlap
    }
    gaps {
      reportedBy {
        name
      }
      condition {
        title
      }
      documentCount
    }
    citation {
      text
    }
  }
}
    `, {"hash":"e7d17b63ccdc03c330676299f11c8b0b0cfd4ac3043c34a2d9bf042956f38061"}) as unknown as TypedDocumentString<AsOthersTellItQuery, AsOthersTellItQueryVariables>;
export const DenialsDocument = new TypedDocumentString(`
    query Denials($actors: [String!], $conditions: [String!]) {
  positions(
    actors: $actors
    conditions: $conditions
    filter: {modalities: [DENIED]}
  ) {
    nodes {
      ...Statement
      disputes {
        ...Statement
      }
    }
  }
}
    fragment Statement on Position {
  statedOn
  onOrBefore
  holder {
    name
  }
  party {
    name
  }
  stance
  modality
  summary
  attribution {
    order
    speaker {
      name
    }
    audience {
      name
    }
  }
  evidence {
    exact
  }
  document {
    reference
    title
  }
}`, {"hash":"15bffb2e43625fb2744655c0cfe42c8ee3fc7dc07ba4194ef2d5c5ff808dc43a"}) as unknown as TypedDocumentString<DenialsQuery, DenialsQueryVariables>;
export const DiscrepanciesDocument = new TypedDocumentString(`
    query Discrepancies($actor: String!, $condition: String, $first: Int = 5) {
  discrepancies(actor: $actor, condition: $condition) {
    counts {
      kind
      count
    }
    pairs(first: $first) {
      totalCount
      nodes {
        kinds
        contrasts {
          aspect
          a
          b
        }
        stanceDifference
        a {
          ...Account
        }
        b {
          ...Account
        }
      }
    }
  }
}
    fragment Account on Position {
  statedOn
  holder {
    name
  }
  stance
  summary
  evidence {
    exact
  }
}`, {"hash":"8820fbd285922a623bfec171ca581f2f0710de8a4684961719c4c7469b6671a0"}) as unknown as TypedDocumentString<DiscrepanciesQuery, DiscrepanciesQueryVariables>;
export const ExplorerActorDocument = new TypedDocumentString(`
    query ExplorerActor($slug: String!, $first: Int = 20, $after: String) {
  actor(slug: $slug) {
    slug
    name
    kind
    description
    aliases
    affiliations {
      kind
      role
      from
      fromPrecision
      to
      toPrecision
      organisation {
        slug
        name
      }
    }
    members {
      kind
      role
      from
      fromPrecision
      to
      toPrecision
      member {
        slug
        name
        kind
      }
    }
    positions(first: $first, after: $after, orderBy: STATED_ON_DESC) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        stance
        statedOn
        statedOnPrecision
        onOrBefore
        channel
        summary
        coder
        status
        counting
        holder {
          slug
          name
        }
        condition {
          code
          title
        }
        document {
          reference
          title
        }
        evidence {
          start
        }
      }
    }
  }
}
    `, {"hash":"48edb68dbd21e367dd4c300c0db44b7e175ba260b8b9f2d11902795b01c1c560"}) as unknown as TypedDocumentString<ExplorerActorQuery, ExplorerActorQueryVariables>;
export const ExplorerActorsDocument = new TypedDocumentString(`
    query ExplorerActors($filter: ActorFilter, $first: Int = 50, $after: String) {
  actors(filter: $filter, first: $first, after: $after, orderBy: POSITIONS) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      slug
      name
      kind
      aliases
      heldCount
      positions {
        totalCount
      }
    }
  }
}
    `, {"hash":"20d1c48007223ccaba8f2c8518f13a40a178ac7f6e8004f8fda39a88eb36eca5"}) as unknown as TypedDocumentString<ExplorerActorsQuery, ExplorerActorsQueryVariables>;
export const ExplorerDivergenceDocument = new TypedDocumentString(`
    query ExplorerDivergence($of: ComparisonActors!, $filter: PositionFilter, $first: Int) {
  comparison(of: $of, filter: $filter, first: $first) {
    revision
    actorCount
    unsettledDocumentCount
    uncertainPartyCount
    conditions {
      code
      title
    }
    rows {
      actor {
        slug
        name
      }
    }
    divergences {
      condition {
        code
      }
      a {
        slug
      }
      b {
        slug
      }
      distance
      overlap
    }
  }
}
    `, {"hash":"91da1953870f4ca272b53fe46aac6166d8b67e30ecb878fc0c891761d68a5b15"}) as unknown as TypedDocumentString<ExplorerDivergenceQuery, ExplorerDivergenceQueryVariables>;
export const ExplorerDocumentPositionsDocument = new TypedDocumentString(`
    query ExplorerDocumentPositions($reference: String!, $first: Int = 100, $after: String) {
  document(reference: $reference) {
    positions(first: $first, after: $after, filter: {codings: ALL}) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        stance
        statedOn
        statedOnPrecision
        onOrBefore
        channel
        wording
        modality
        retellings
        summary
        coder
        status
        counting
        holder {
          slug
          name
        }
        party {
          slug
          name
        }
        condition {
          code
          title
        }
        evidence {
          start
          end
          orphaned
        }
      }
    }
  }
}
    `, {"hash":"567475e1378ab50da5aea60421deafdc7622dfcf9789c6089ef67ddeb6dc0a01"}) as unknown as TypedDocumentString<ExplorerDocumentPositionsQuery, ExplorerDocumentPositionsQueryVariables>;
export const ExplorerDocumentDocument = new TypedDocumentString(`
    query ExplorerDocument($reference: String!) {
  document(reference: $reference) {
    reference
    title
    kind
    createdAt
    release
    releasedAt
    classification
    handling
    tags
    caseNumber
    origin
    language
    rights
    provenance
    sha256
    textCoverage
    purge {
      reason
      revision {
        number
      }
    }
    text
    textLength
    warnings
    correspondents {
      role
      asWritten
      actor {
        slug
        name
      }
    }
    messages {
      start
      end
      from
      to
      subject
      sentAt
    }
    passages {
      number
      heading
      marking
      start
      end
    }
    enclosedBy {
      reference
      title
    }
    enclosures {
      reference
      title
      kind
    }
    codings {
      coder
      status
      counting
      codebook {
        id
        title
        version
      }
      positions(first: 1) {
        totalCount
      }
    }
    references {
      asWritten
      reference
      document {
        reference
        title
      }
    }
  }
}
    `, {"hash":"352f99fb89a394d5b3bbf0b437d9dc16791af55fa760ade4f12864d7c5c81532"}) as unknown as TypedDocumentString<ExplorerDocumentQuery, ExplorerDocumentQueryVariables>;
export const ExplorerDocumentsDocument = new TypedDocumentString(`
    query ExplorerDocuments($filter: DocumentFilter, $first: Int = 50, $after: String) {
  documents(filter: $filter, first: $first, after: $after, orderBy: CREATED_ASC) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      reference
      title
      kind
      createdAt
      release
      textCoverage
      positions {
        totalCount
      }
    }
  }
}
    `, {"hash":"23a680c87d69ce04b1a222a20689b5b9c756657b2349ef1c23956f1e6263104e"}) as unknown as TypedDocumentString<ExplorerDocumentsQuery, ExplorerDocumentsQueryVariables>;
export const ExplorerEvidenceDocument = new TypedDocumentString(`
    query ExplorerEvidence($of: ComparisonActors!, $condition: String!, $filter: PositionFilter, $first: Int = 20, $after: String) {
  comparison(of: $of, conditions: [$condition], filter: $filter) {
    revision
    citation {
      text
    }
    rows {
      actor {
        slug
        name
      }
      cells {
        condition {
          code
          title
          proposition
        }
        count
        documentCount
        uncertainPartyCount
        mean
        median
        agreement
        publicPrivateGap
        distribution {
          stance
          count
        }
        positions(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            stance
            statedOn
            statedOnPrecision
            onOrBefore
            channel
            wording
            modality
            retellings
            confidence
            status
            coder
            counting
            summary
            rationale
            holder {
              slug
              name
            }
            party {
              slug
              name
            }
            partyCertain
            onBehalfOf {
              slug
              name
            }
            disputes {
              id
              summary
              holder {
                name
              }
            }
            attribution {
              order
              channel
              date
              datePrecision
              speaker {
                slug
                name
              }
              audience {
                slug
                name
              }
            }
            document {
              reference
              title
              kind
              textCoverage
            }
            evidence {
              start
              end
              prefix
              exact
              suffix
              passage {
                number
                heading
                marking
                start
              }
            }
          }
        }
      }
    }
    gaps {
      documentCount
      documents(first: 10) {
        nodes {
          reference
          title
          kind
        }
      }
    }
  }
}
    `, {"hash":"8d6bfd0ea540574a0b8b2cdd86b2bfbb9db798d30c2f06200a1c09ce8d879f62"}) as unknown as TypedDocumentString<ExplorerEvidenceQuery, ExplorerEvidenceQueryVariables>;
export const ExplorerMatrixDocument = new TypedDocumentString(`
    query ExplorerMatrix($of: ComparisonActors!, $filter: PositionFilter, $first: Int) {
  comparison(of: $of, filter: $filter, first: $first) {
    revision
    actorCount
    unsettledDocumentCount
    uncertainPartyCount
    conditions {
      code
      title
      kind
      proposition
    }
    rows {
      actor {
        slug
        name
        kind
      }
      cells {
        condition {
          code
        }
        count
        documentCount
        mean
        publicPrivateGap
        distribution {
          stance
          count
        }
      }
    }
  }
}
    `, {"hash":"89ad971e82280b71c9271cfbfe082d54a9c24a06b1a2c77d182f3ad679959cfa"}) as unknown as TypedDocumentString<ExplorerMatrixQuery, ExplorerMatrixQueryVariables>;
export const ExplorerMonthsDocument = new TypedDocumentString(`
    query ExplorerMonths($actor: String!, $condition: String!, $filter: PositionFilter) {
  comparison(of: {actors: [$actor]}, conditions: [$condition], filter: $filter) {
    rows {
      cells {
        count
        trend(by: MONTH) {
          from
          to
          count
          mean
          distribution {
            stance
            count
          }
        }
      }
    }
  }
}
    `, {"hash":"499f59e05e7aecd7c36ec156e90b6b9a9542d5511457d03409e582d5f6073723"}) as unknown as TypedDocumentString<ExplorerMonthsQuery, ExplorerMonthsQueryVariables>;
export const ExplorerNamesDocument = new TypedDocumentString(`
    query ExplorerNames($actors: [String!]!) {
  comparison(of: {actors: $actors}, conditions: []) {
    rows {
      actor {
        slug
        name
      }
    }
  }
}
    `, {"hash":"5f9580cc5b2028265132a8b5954ac44413071af7d136f420bc48aa0faab45257"}) as unknown as TypedDocumentString<ExplorerNamesQuery, ExplorerNamesQueryVariables>;
export const ExplorerNetworkDocument = new TypedDocumentString(`
    query ExplorerNetwork($of: NetworkActors!, $filter: PositionFilter, $weight: NetworkWeight!, $normalisation: NetworkNormalisation!) {
  network(
    of: $of
    mode: ACTORS
    weight: $weight
    normalisation: $normalisation
    filter: $filter
  ) {
    revision
    unsettledDocumentCount
    nodes {
      key
      activity
      subject {
        __typename
        ... on Actor {
          slug
          name
          actorKind: kind
        }
      }
    }
    edges {
      weight
      a {
        key
      }
      b {
        key
      }
    }
  }
}
    `, {"hash":"d8334319b732a8c8f32697d53b682563e6015702112a48a6d664f529a84a5571"}) as unknown as TypedDocumentString<ExplorerNetworkQuery, ExplorerNetworkQueryVariables>;
export const ExplorerOverviewDocument = new TypedDocumentString(`
    query ExplorerOverview {
  comparison(of: {groupBy: PARTY}) {
    revision
    conditions {
      code
      title
      kind
      proposition
    }
    rows {
      actor {
        slug
        name
        kind
      }
    }
    trend(by: MONTH) {
      from
      to
      count
    }
  }
  press: actors(filter: {kinds: [MEDIA_OUTLET]}, first: 100) {
    nodes {
      slug
      name
    }
  }
}
    `, {"hash":"ab08aabef6e56ecc760f3e761d5d4a77c7d30bfc57cddadb4bcae4911c1cbe6b"}) as unknown as TypedDocumentString<ExplorerOverviewQuery, ExplorerOverviewQueryVariables>;
export const ExplorerSearchDocument = new TypedDocumentString(`
    query ExplorerSearch($query: String!, $filter: SearchFilter, $first: Int = 20, $after: String) {
  search(query: $query, filter: $filter, first: $first, after: $after) {
    totalCount
    facets {
      subjects {
        subject
        count
      }
      kinds {
        kind
        count
      }
      years {
        year
        count
      }
      parties {
        party {
          slug
          name
        }
        count
      }
      codingStates {
        state
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      snippet
      subject {
        __typename
        ... on Actor {
          slug
          name
          actorKind: kind
        }
        ... on Document {
          reference
          title
          documentKind: kind
        }
        ... on Passage {
          number
          start
          document {
            reference
            title
          }
        }
        ... on Position {
          id
          stance
          statedOn
          statedOnPrecision
          coder
          status
          counting
          holder {
            slug
            name
          }
          condition {
            code
            title
          }
          document {
            reference
          }
          evidence {
            start
          }
        }
      }
    }
  }
}
    `, {"hash":"01858f7a83daf7657f5e0e4342ab6519cfb3c0fe140a92403ec97585811dfd64"}) as unknown as TypedDocumentString<ExplorerSearchQuery, ExplorerSearchQueryVariables>;
export const ExplorerTimelineDocument = new TypedDocumentString(`
    query ExplorerTimeline($actor: String!, $condition: String!, $filter: PositionFilter) {
  timeline(actor: $actor, condition: $condition, filter: $filter) {
    revision
    unsettledDocumentCount
    uncertainPartyCount
    moments(first: 100) {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        statedOn
        statedOnPrecision
        onOrBefore
        notAfter
        median
        positions(first: 50) {
          totalCount
          nodes {
            id
            stance
            channel
            summary
            holder {
              name
            }
            document {
              reference
            }
          }
        }
      }
    }
    shifts(first: 100) {
      totalCount
      nodes {
        from
        to
        certain
        notBefore
        notAfter
        before {
          statedOn
        }
        after {
          statedOn
        }
      }
    }
  }
  discrepancies(actor: $actor, condition: $condition, filter: $filter) {
    counts {
      kind
      count
    }
    pairs(first: 20) {
      totalCount
      nodes {
        kinds
        a {
          id
          statedOn
          stance
        }
        b {
          id
          statedOn
          stance
        }
      }
    }
  }
}
    `, {"hash":"836b2a2b8b6f69a5bba23a1d7ee672ab96898d36352a2272993f807992d17ed9"}) as unknown as TypedDocumentString<ExplorerTimelineQuery, ExplorerTimelineQueryVariables>;
export const MatrixDocument = new TypedDocumentString(`
    query Matrix($actors: [String!]!, $filter: PositionFilter, $revision: Int) {
  comparison(actors: $actors, filter: $filter, revision: $revision) {
    revision
    rows {
      actor {
        name
      }
      cells {
        condition {
          code
          title
        }
        count
        documentCount
        median
        mean
        distribution {
          stance
          count
        }
        positions(first: 3) {
          totalCount
          nodes {
            statedOn
            holder {
              name
            }
            stance
            summary
            document {
              reference
            }
            evidence {
              exact
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"544a9ee93b19c1947defde2967fa0b6482668e6ffe22a46e5767b44d0c7ff03d"}) as unknown as TypedDocumentString<MatrixQuery, MatrixQueryVariables>;
export const NetworkDocument = new TypedDocumentString(`
    query Network($filter: PositionFilter) {
  network(
    weight: SUBTRACT
    normalisation: AVERAGE_ACTIVITY
    duplicates: DOCUMENT
    filter: $filter
  ) {
    nodes {
      key
      activity
    }
    edges {
      a {
        key
      }
      b {
        key
      }
      weight
      positions(first: 2) {
        nodes {
          stance
          summary
          evidence {
            exact
          }
        }
      }
    }
    citation {
      text
    }
  }
}
    `, {"hash":"20911887cd8e86af2a694c20600845786ba4cdc72c4dbc30784dd1a0bb82e079"}) as unknown as TypedDocumentString<NetworkQuery, NetworkQueryVariables>;
export const PublicAndPrivateDocument = new TypedDocumentString(`
    query PublicAndPrivate($actors: [String!]!, $conditions: [String!], $from: Date, $to: Date) {
  inPublic: positions(
    actors: $actors
    conditions: $conditions
    filter: {statedFrom: $from, statedTo: $to, channels: [PUBLIC]}
  ) {
    nodes {
      ...WithChain
    }
  }
  inPrivate: positions(
    actors: $actors
    conditions: $conditions
    filter: {statedFrom: $from, statedTo: $to, channels: [PRIVATE]}
  ) {
    nodes {
      ...WithChain
    }
  }
}
    fragment WithChain on Position {
  statedOn
  onOrBefore
  holder {
    name
  }
  stance
  summary
  retellings
  attribution {
    order
    speaker {
      name
    }
    audience {
      name
    }
    channel
  }
  document {
    reference
    title
  }
  evidence {
    exact
    passage {
      number
      heading
      marking
    }
  }
}`, {"hash":"d64395cd4ef5a8efcf319dbdfa8364409a7f6e832363719f7ef83e6726fff639"}) as unknown as TypedDocumentString<PublicAndPrivateQuery, PublicAndPrivateQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $first: Int = 10, $after: String) {
  search(query: $query, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      score
      snippet
      subject {
        __typename
        ... on Actor {
          slug
          name
          aliases
        }
        ... on Document {
          reference
          title
        }
        ... on Passage {
          number
          document {
            reference
          }
        }
        ... on Position {
          summary
          stance
          document {
            reference
          }
        }
      }
    }
  }
}
    `, {"hash":"d979d59318b1cba9eda2db9d069ff9c084df7adf4504573403f84427010ba09b"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const TwoPeriodsDocument = new TypedDocumentString(`
    query TwoPeriods($actors: [String!]!, $conditions: [String!], $first: PositionFilter!, $second: PositionFilter!) {
  first: comparison(actors: $actors, conditions: $conditions, filter: $first) {
    rows {
      cells {
        ...Stances
      }
    }
  }
  second: comparison(actors: $actors, conditions: $conditions, filter: $second) {
    rows {
      cells {
        ...Stances
      }
    }
  }
}
    fragment Stances on ComparisonCell {
  count
  median
  mean
  distribution {
    stance
    count
  }
  positions {
    nodes {
      statedOn
      holder {
        name
      }
      stance
      channel
      summary
      evidence {
        exact
      }
    }
  }
}`, {"hash":"4f23ef5864e3bbb5e394a36999fc6e7ca663e1511704dfa71d51b8f2f0d27429"}) as unknown as TypedDocumentString<TwoPeriodsQuery, TwoPeriodsQueryVariables>;