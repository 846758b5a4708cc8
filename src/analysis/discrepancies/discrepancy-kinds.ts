import type { PositionAttributes } from '#src/domain/position-columns.ts';

/**
 * Kinds of discrepancy between two positions, decided by their codes (on the underlying source
 * criticism: Howell and Prevenier 2001, From Reliable Sources, ch. 3).
 *
 * - PUBLIC_VS_PRIVATE: one channel is PUBLIC, the other PRIVATE or INTERNAL; UNKNOWN is neither.
 * - OWN_WORDS_VS_REPORTED: one is in the holder's own words (VERBATIM, or 0 retellings), the other
 *   a PARAPHRASE with at least 1 retelling.
 * - ASSERTED_VS_DENIED: one is ASSERTED, the other DENIED.
 * - PERSON_VS_PARTY: one holder is a person or office, the other an organisation or state that it
 *   was part of on the day of its statement.
 * - OTHER: none of these.
 *
 * Example: noncommittal in public, qualified acceptance in private → PUBLIC_VS_PRIVATE.
 */
export const DISCREPANCY_KINDS = [
  'PUBLIC_VS_PRIVATE',
  'OWN_WORDS_VS_REPORTED',
  'ASSERTED_VS_DENIED',
  'PERSON_VS_PARTY',
  'OTHER',
] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

/**
 * The kinds of one pair as a bit set: one bit for each of the first four kinds, 0 for OTHER. Avoids
 * a list for each of millions of pairs.
 */
export type KindSet = number;
/** Number of kind sets. */
export const KIND_SETS = 16;
/** The bit of PERSON_VS_PARTY, the only kind that depends on the holders. */
export const PERSON_VS_PARTY: KindSet = 8;

/** The kinds in a set; `['OTHER']` for 0. */
export function kindsIn(set: KindSet): readonly DiscrepancyKind[] {
  const kinds = DISCREPANCY_KINDS.slice(0, 4).filter((_, bit) => (set & (1 << bit)) !== 0);
  return kinds.length > 0 ? kinds : ['OTHER'];
}

/** At the index of each kind set, whether it has one of the kinds; true everywhere for null. */
export function setsWith(kinds: readonly DiscrepancyKind[] | null): readonly boolean[] {
  return Array.from(
    { length: KIND_SETS },
    (_, set) => kinds === null || kindsIn(set).some((kind) => kinds.includes(kind)),
  );
}

/**
 * The codes of a position that decide, PERSON_VS_PARTY aside, how it clashes with another, as a
 * number below `PROFILES`: stance, channel, own words and modality.
 */
export type Profile = number;
/** Number of profiles: 5 stances × 3 settings × own words or not × denied or not. */
export const PROFILES = 5 * 3 * 2 * 2;

/** The profile of a kind of position. */
export function profileOf({
  stance,
  channel,
  wording,
  modality,
  retellings,
}: PositionAttributes): Profile {
  const setting = channel === 'PUBLIC' ? 0 : channel === 'UNKNOWN' ? 2 : 1;
  const ownWords = wording === 'VERBATIM' || retellings === 0;
  const denied = modality === 'DENIED';
  return (stance + 2) * 12 + setting * 4 + Number(ownWords) * 2 + Number(denied);
}

/**
 * The kinds of a pair with these profiles, PERSON_VS_PARTY aside; null if the stances differ by
 * fewer than `atLeast` levels.
 */
export function kindsOfProfiles(a: Profile, b: Profile, atLeast: number): KindSet | null {
  const stances = Math.abs(Math.floor(a / 12) - Math.floor(b / 12));
  if (stances < atLeast) return null;
  const settings = [Math.floor(a / 4) % 3, Math.floor(b / 4) % 3];
  const publicPrivate = settings.includes(0) && settings.includes(1) ? 1 : 0;
  const ownReported = ((a ^ b) & 2) === 0 ? 0 : 2;
  const assertedDenied = ((a ^ b) & 1) === 0 ? 0 : 4;
  return publicPrivate | ownReported | assertedDenied;
}
