/**
 * Public–private gap: the mean stance in public, less the mean stance behind closed doors.
 *
 * What a party says to all against what it says to a few or to its own is the oldest question put
 * to such sources; codebook.md ("Channel") tells the settings apart. Closed doors are PRIVATE and
 * INTERNAL; what was said in an UNKNOWN setting counts for neither. From −4 to 4 on a scale of
 * 2…−2; above 0 is more favourable in public. Example: −2, −2 in public and 1 in private → −3.
 * Undefined cases: no position on one of the two sides → null.
 */
import type { Channel } from '#src/domain/vocabulary.ts';
import type { Distribution } from './distribution.ts';
import { mean } from './mean.ts';

export function publicPrivateGap(
  distributionIn: (channels: readonly Channel[]) => Distribution,
): number | null {
  const inPublic = mean(distributionIn(['PUBLIC']));
  const closed = mean(distributionIn(['PRIVATE', 'INTERNAL']));
  return inPublic === null || closed === null ? null : inPublic - closed;
}
