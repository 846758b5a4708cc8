import type { Channel } from '#src/domain/vocabulary.ts';
import type { Distribution } from './distribution.ts';
import { mean } from './mean.ts';

/**
 * Public–private gap: the mean stance in public minus the mean stance in private, −4…4.
 *
 * Private means the channels PRIVATE and INTERNAL (codebook.md, "Channel"); UNKNOWN counts for
 * neither side. A positive gap is a more favourable stance in public. Example: −2, −2 in public and
 * 1 in private → −3. Undefined cases: no position on one of the two sides → null.
 */
export function publicPrivateGap(
  distributionIn: (channels: readonly Channel[]) => Distribution,
): number | null {
  const inPublic = mean(distributionIn(['PUBLIC']));
  const closed = mean(distributionIn(['PRIVATE', 'INTERNAL']));
  return inPublic === null || closed === null ? null : inPublic - closed;
}
