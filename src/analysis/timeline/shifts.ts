import { certainlyBefore } from '#src/domain/possible-days.ts';
import type { Moment } from './moments.ts';

/**
 * A change of the median stance between two consecutive moments. Days are day numbers, inclusive.
 */
export interface Shift {
  readonly before: Moment;
  readonly after: Moment;
  /** First possible day of the moment before; null if that moment is dated "on or before". */
  readonly notBefore: number | null;
  /** Last possible day of the moment after. */
  readonly notAfter: number;
  /**
   * Whether every possible day of the moment before precedes every possible day of the moment
   * after.
   */
  readonly certain: boolean;
}

/**
 * Shifts: changes of the median stance between consecutive moments (moments.ts), in order of time.
 *
 * If a shift is not certain (possible-days.ts), the moments may have been in the opposite order:
 * two accounts of one time may differ, rather than the stance have changed.
 *
 * Example: 2 on 2006-02-18, −2 in March 2006 → from 2 to −2, between 2006-02-18 and 2006-03-31,
 * certain. Undefined cases: the moment before is dated "on or before" → `notBefore` null; fewer
 * than two moments have no shift.
 */
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
