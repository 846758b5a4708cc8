import { type Distribution, total } from '#src/analysis/comparison/distribution.ts';
import { mean } from '#src/analysis/comparison/mean.ts';
import { median } from '#src/analysis/comparison/median.ts';
import type { TrendPoint } from '#src/analysis/comparison/trend.ts';
import { isoDay } from '#src/domain/dates.ts';

/** The positions that were stated in one year or month. Measures are computed when they are read. */
export class TrendPeriod {
  /** First and last ISO day. */
  readonly from: string;
  readonly to: string;
  readonly distribution: Distribution;

  constructor({ from, to, distribution }: TrendPoint) {
    this.from = isoDay(from);
    this.to = isoDay(to);
    this.distribution = distribution;
  }

  /** Number of positions. */
  get count(): number {
    return total(this.distribution);
  }

  /** Mean stance, −2…2; null without positions. */
  get mean(): number | null {
    return mean(this.distribution);
  }

  /** Median stance, −2…2; null without positions. */
  get median(): number | null {
    return median(this.distribution);
  }
}
