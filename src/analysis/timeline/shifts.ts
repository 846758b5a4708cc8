/**
 * Shifts: where the stance of a timeline moved.
 *
 * A shift lies between two consecutive moments (moments.ts) whose median stances differ. It
 * happened on no day before the first on which the earlier words can have been said, and on none
 * after the last on which the later ones can. It is certain where every possible day of the
 * moment before is earlier than every possible day of the moment after (possible-days.ts); else
 * the dates leave open that the order was the other one, and that two accounts of one time differ
 * rather than that the stance moved.
 *
 * Example: 2 on 2006-02-18, −2 in March 2006 → from 2 to −2, between 2006-02-18 and 2006-03-31,
 * certain. Undefined cases: the moment before is known only as “on or before” → notBefore null.
 * Fewer than two moments have no shift.
 */

import { certainlyBefore } from '#src/domain/possible-days.ts';
import type { Moment } from './moments.ts';

/** Days are day numbers. */
export interface Shift {
  readonly before: Moment;
  readonly after: Moment;
  readonly notBefore: number | null;
  readonly notAfter: number;
  readonly certain: boolean;
}

export function shifts(moments: readonly Moment[]): readonly Shift[] {
  return moments.flatMap((after, i) => {
    const before = moments[i - 1];
    if (before === undefined || before.median === after.median) return [];
    return {
      before,
      after,
      notBefore: before.days.first,
      notAfter: after.days.last,
      certain: certainlyBefore(before.days, after.days),
    };
  });
}
