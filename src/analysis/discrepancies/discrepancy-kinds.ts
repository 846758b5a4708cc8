/**
 * What sets two accounts of one holder’s stance apart.
 *
 * Whether a party says in public what it says in private, in its own words what others tell of
 * it, and in one person what it says as a whole, is the old question of source criticism (Howell
 * and Prevenier 2001, From Reliable Sources, ch. 3). Each kind is decided by the codes alone:
 *
 * - PUBLIC_VS_PRIVATE: one channel is PUBLIC, the other PRIVATE or INTERNAL.
 * - OWN_WORDS_VS_REPORTED: one is in the holder’s own words (VERBATIM, or told by nobody else:
 *   0 retellings), the other a PARAPHRASE with 1 retelling or more.
 * - ASSERTED_VS_DENIED: one is ASSERTED, the other DENIED.
 * - PERSON_VS_PARTY: one holder is a person or office, the other an organisation or state that
 *   it was part of on the day of its statement.
 * - OTHER: none of these.
 *
 * Example: Mishal silent in public, forthcoming in private → PUBLIC_VS_PRIVATE. Undefined cases:
 * an UNKNOWN channel is neither public nor private.
 */
import type { PositionKind } from '#src/domain/position-columns.ts';

export const DISCREPANCY_KINDS = [
  'PUBLIC_VS_PRIVATE',
  'OWN_WORDS_VS_REPORTED',
  'ASSERTED_VS_DENIED',
  'PERSON_VS_PARTY',
  'OTHER',
] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

/**
 * The kinds of one pair as a number: a bit for each of the first four, none for OTHER. Counting
 * millions of pairs takes no lists.
 */
export type KindSet = number;
export const KIND_SETS = 16;
export const PERSON_VS_PARTY: KindSet = 8;

export function kindsIn(set: KindSet): readonly DiscrepancyKind[] {
  const kinds = DISCREPANCY_KINDS.slice(0, 4).filter((_, bit) => (set & (1 << bit)) !== 0);
  return kinds.length > 0 ? kinds : ['OTHER'];
}

/** For each set whether it has one of the kinds, or any where none are asked for. */
export function setsWith(kinds: readonly DiscrepancyKind[] | null): readonly boolean[] {
  return Array.from(
    { length: KIND_SETS },
    (_, set) => kinds === null || kindsIn(set).some((kind) => kinds.includes(kind)),
  );
}

/**
 * All that decides, beside the holders, whether and how two positions clash: stance, setting,
 * voice, modality. Positions of one profile are alike, so that they can be counted together.
 */
export type Profile = number;
export const PROFILES = 5 * 3 * 2 * 2;

export function profileOf({
  stance,
  channel,
  wording,
  modality,
  retellings,
}: PositionKind): Profile {
  const setting = channel === 'PUBLIC' ? 0 : channel === 'UNKNOWN' ? 2 : 1;
  const ownWords = wording === 'VERBATIM' || retellings === 0;
  const denied = modality === 'DENIED';
  return (stance + 2) * 12 + setting * 4 + Number(ownWords) * 2 + Number(denied);
}

/** The kinds of a pair by its profiles, but for PERSON_VS_PARTY; null if the stances differ by less. */
export function kindsOfProfiles(a: Profile, b: Profile, atLeast: number): KindSet | null {
  const stances = Math.abs(Math.floor(a / 12) - Math.floor(b / 12));
  if (stances < atLeast) return null;
  const settings = [Math.floor(a / 4) % 3, Math.floor(b / 4) % 3];
  const publicPrivate = settings.includes(0) && settings.includes(1) ? 1 : 0;
  const ownReported = ((a ^ b) & 2) === 0 ? 0 : 2;
  const assertedDenied = ((a ^ b) & 1) === 0 ? 0 : 4;
  return publicPrivate | ownReported | assertedDenied;
}
