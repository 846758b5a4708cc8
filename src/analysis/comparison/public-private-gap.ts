/**
 * Public–private gap: the mean stance in public, less the mean stance behind closed doors.
 *
 * What a party says to all against what it says to a few or to its own is the oldest question put
 * to such sources; codebook.md ("Channel") tells the settings apart. Closed doors are PRIVATE and
 * INTERNAL; what was said in an UNKNOWN setting counts for neither. From −4 to 4 on a scale of
 * 2…−2; above 0 is more favourable in public. Example: −2, −2 in public and 1 in private → −3.
 * Undefined cases: no position on one of the two sides → null.
 */
import { kindAt, type PositionColumns, type Rows } from '#src/domain/position-columns.ts';
import type { Channel } from '#src/domain/vocabulary.ts';

const SIDES: readonly (readonly Channel[])[] = [['PUBLIC'], ['PRIVATE', 'INTERNAL']];

export function publicPrivateGap(columns: PositionColumns, rows: Rows): number | null {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < rows.length; i += 1) {
    const { channel, stance } = kindAt(columns, rows[i] ?? 0);
    const side = SIDES.findIndex((channels) => channels.includes(channel));
    if (side < 0) continue;
    sums[side] = (sums[side] ?? 0) + stance;
    counts[side] = (counts[side] ?? 0) + 1;
  }
  const [inPublic = 0, closed = 0] = counts;
  if (inPublic === 0 || closed === 0) return null;
  return (sums[0] ?? 0) / inPublic - (sums[1] ?? 0) / closed;
}
