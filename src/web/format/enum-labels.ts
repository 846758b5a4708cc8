/** How the API's words are said to people. */
import type {
  ActorKind,
  Channel,
  DiscrepancyKind,
  DocumentKind,
  Modality,
  Stance,
  Wording,
} from '#src/client/generated/graphql.ts';

/** From the lowest to the highest: left to right in every picture. */
export const STANCES = ['REJECTS', 'RESISTS', 'NONCOMMITTAL', 'QUALIFIES', 'UPHOLDS'] as const;
export const STANCE_VALUE: Readonly<Record<Stance, number>> = {
  REJECTS: -2,
  RESISTS: -1,
  NONCOMMITTAL: 0,
  QUALIFIES: 1,
  UPHOLDS: 2,
};
export const STANCE_LABEL: Readonly<Record<Stance, string>> = {
  REJECTS: 'rejects',
  RESISTS: 'resists',
  NONCOMMITTAL: 'noncommittal',
  QUALIFIES: 'qualifies',
  UPHOLDS: 'upholds',
};

export const CHANNELS = ['PUBLIC', 'PRIVATE', 'INTERNAL', 'UNKNOWN'] as const;
export const CHANNEL_LABEL: Readonly<Record<Channel, string>> = {
  PUBLIC: 'in public',
  PRIVATE: 'in private',
  INTERNAL: 'internally',
  UNKNOWN: 'setting unknown',
};

export const DOCUMENT_KINDS = [
  'CABLE',
  'EMAIL',
  'LETTER',
  'MEMORANDUM',
  'NEWS_ARTICLE',
  'STATEMENT',
  'OTHER',
] as const;
export const DOCUMENT_KIND_LABEL: Readonly<Record<DocumentKind, string>> = {
  CABLE: 'cable',
  EMAIL: 'email',
  LETTER: 'letter',
  MEMORANDUM: 'memorandum',
  NEWS_ARTICLE: 'news article',
  STATEMENT: 'statement',
  OTHER: 'other',
};

export const WORDINGS = ['VERBATIM', 'PARAPHRASE'] as const;
export const WORDING_LABEL: Readonly<Record<Wording, string>> = {
  VERBATIM: 'verbatim',
  PARAPHRASE: 'paraphrase',
};

export const MODALITIES = ['ASSERTED', 'DENIED'] as const;
export const MODALITY_LABEL: Readonly<Record<Modality, string>> = {
  ASSERTED: 'asserted',
  DENIED: 'denied',
};

export const ACTOR_KIND_LABEL: Readonly<Record<ActorKind, string>> = {
  COALITION: 'coalition',
  MEDIA_OUTLET: 'media outlet',
  OFFICE: 'office',
  ORGANISATION: 'organisation',
  PERSON: 'person',
  STATE: 'state',
};

export const DISCREPANCY_LABEL: Readonly<Record<DiscrepancyKind, string>> = {
  ASSERTED_VS_DENIED: 'asserted and denied',
  OTHER: 'other',
  OWN_WORDS_VS_REPORTED: 'own words and as reported',
  PERSON_VS_PARTY: 'person and party',
  PUBLIC_VS_PRIVATE: 'in public and in private',
};

const NUMBER = new Intl.NumberFormat('en');

/** `1,200`. */
export function formatNumber(count: number): string {
  return NUMBER.format(count);
}

/** `1 position`, `1,200 positions`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Which way public statements differ from those behind closed doors, and how far: `1.3 lower in public`. */
export function formatPublicPrivateGap(gap: number): string {
  const apart = Math.abs(gap).toFixed(1);
  if (Number(apart) === 0) return 'the same in public';
  return `${apart} ${gap > 0 ? 'higher' : 'lower'} in public`;
}

/** With a sign and one decimal, as a stance is written: `+1.3`, `0.0`, `−2.0`; or with more of them. */
export function formatSigned(value: number, decimals = 1): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}
