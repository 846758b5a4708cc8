/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The setting in which words were spoken or written. */
export type Channel =
  /** A government's instruction or report to its own people, talking points included. */
  | 'INTERNAL'
  /** A meeting or message that was not meant for publication. */
  | 'PRIVATE'
  /** Meant for everybody: a press conference, an interview, a speech, a published statement, a remark to a reporter. */
  | 'PUBLIC'
  /** The text does not tell. */
  | 'UNKNOWN';

/** An aspect in which two positions can differ, and how its values are written. */
export type ContrastAspect =
  /** The setting of the utterance: values of `Channel`. */
  | 'CHANNEL'
  /** Who coded it: names of coders. A difference here can be one of coding. */
  | 'CODER'
  /** Where it was found: references of documents. */
  | 'DOCUMENT'
  /** Who holds it: slugs of actors. */
  | 'HOLDER'
  /** Whether it is asserted or denied: values of `Modality`. */
  | 'MODALITY'
  /** Tellings between the holder and the author of the document: whole numbers. */
  | 'RETELLINGS'
  /** Whether the words are the holder’s: values of `Wording`. */
  | 'WORDING';

/** What sets two differing positions of one actor apart. A pair can be of several kinds. */
export type DiscrepancyKind =
  /** One is `ASSERTED`, the other `DENIED`. */
  | 'ASSERTED_VS_DENIED'
  /** None of the other kinds: nothing but stance and date need differ. */
  | 'OTHER'
  /** One is in the holder’s own words (wording `VERBATIM`, or no retelling), the other a `PARAPHRASE` that others told. */
  | 'OWN_WORDS_VS_REPORTED'
  /** One is held by a person or office, the other by an organisation or state that it was part of on the day of its statement. */
  | 'PERSON_VS_PARTY'
  /** One was stated in a `PUBLIC` setting, the other in a `PRIVATE` or `INTERNAL` one. */
  | 'PUBLIC_VS_PRIVATE';

/** What sort of document this is. */
export type DocumentKind =
  /** A telegram between a ministry and its posts. */
  | 'CABLE'
  /** An electronic mail, with the messages nested in it. */
  | 'EMAIL'
  /** A letter. */
  | 'LETTER'
  /** A note within a government or organisation. */
  | 'MEMORANDUM'
  /** An article or report by a news outlet. */
  | 'NEWS_ARTICLE'
  /** Anything else, or not known. */
  | 'OTHER'
  /** A published statement, communiqué or speech. */
  | 'STATEMENT';

/** Whether the holder takes the position or denies one ascribed to it. */
export type Modality =
  /** The holder takes this position. */
  | 'ASSERTED'
  /** The holder denies a position or act that is ascribed to the holder. */
  | 'DENIED';

/** Which positions to count or list. Every field narrows; what is left out does not. */
export type PositionFilter = {
  /** Stated in one of these settings. */
  readonly channels?: ReadonlyArray<Channel> | null | undefined;
  /** Coded by one of these coders. */
  readonly coders?: ReadonlyArray<string> | null | undefined;
  /** Found in documents of these kinds. */
  readonly documentKinds?: ReadonlyArray<DocumentKind> | null | undefined;
  /** At most so many tellings between the holder and the author of the document: 0 for the holder’s own documents, 1 for what the author heard or read, 2 for what another told the author. */
  readonly maxRetellings?: number | null | undefined;
  /** Asserted, or denied. */
  readonly modalities?: ReadonlyArray<Modality> | null | undefined;
  /** Found in documents that became public in these ways. */
  readonly releases?: ReadonlyArray<Release> | null | undefined;
  /** Found in documents whose author spoke for one of these actors (slugs): `["united-states"]`. */
  readonly reportedBy?: ReadonlyArray<string> | null | undefined;
  /** Stated on this day or later. Of a month or year, its first day counts. */
  readonly statedFrom?: string | null | undefined;
  /** Stated on this day or earlier. Of a month or year, its first day counts. */
  readonly statedTo?: string | null | undefined;
  /** In the holder’s own words, or in others. */
  readonly wordings?: ReadonlyArray<Wording> | null | undefined;
};

/** How the document became public. */
export type Release =
  /** Released on request under a freedom of information act. */
  | 'FOIA'
  /** Published against the will of its owner. */
  | 'LEAK'
  /** Published by its author. */
  | 'OFFICIAL'
  /** Published by a news outlet. */
  | 'PRESS'
  /** Not known. */
  | 'UNKNOWN';

/** How a holder stands to a condition: an ordinal scale of five levels. */
export type Stance =
  /** 0: addresses it and takes no side. */
  | 'NONCOMMITTAL'
  /** +1: supports it in part: gradually, implicitly, as a preference, with exceptions, or for later. */
  | 'QUALIFIES'
  /** −2: refuses it, or practises, urges or defends the opposite as its own course. */
  | 'REJECTS'
  /** −1: argues against meeting or enforcing it now, short of a refusal. */
  | 'RESISTS'
  /** +2: states the proposition without qualification; demands it, or undertakes to meet it. */
  | 'UPHOLDS';

/** Whether the document gives the holder's own words. */
export type Wording =
  /** The document tells it in other words than the holder's. */
  | 'PARAPHRASE'
  /** The document puts the holder's words in quotation marks, or is the holder's own. */
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