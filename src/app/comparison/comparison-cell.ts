import type { Cell } from '#src/analysis/comparison/compare.ts';
import type { Distribution } from '#src/analysis/comparison/distribution.ts';
import { mean } from '#src/analysis/comparison/mean.ts';
import { median } from '#src/analysis/comparison/median.ts';
import { publicPrivateGap } from '#src/analysis/comparison/public-private-gap.ts';
import { trend } from '#src/analysis/comparison/trend.ts';
import { vanDerEijkAgreement } from '#src/analysis/comparison/van-der-eijk-agreement.ts';
import type {
  ActorRecord,
  AtRevision,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import type { Period } from '#src/domain/dates.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import type { IndexedPosition } from '../positions/position.ts';
import { TrendPeriod } from './trend-period.ts';

/** Row and column of a cell. */
interface CellCoordinates {
  readonly actor: AtRevision<ActorRecord>;
  /** Null unless the comparison has a row for each reporting actor. */
  readonly reportedBy: AtRevision<ActorRecord> | null;
  readonly condition: ConditionRecord;
  /** Values of the codebook's stance levels, highest first. */
  readonly scale: readonly number[];
}

/** The positions of one actor on one condition. Measures are computed when they are read. */
export class ComparisonCell {
  readonly corpus: CorpusSnapshot;
  readonly actor: AtRevision<ActorRecord>;
  readonly reportedBy: AtRevision<ActorRecord> | null;
  readonly condition: ConditionRecord;
  readonly scale: readonly number[];
  readonly count: number;
  readonly documentCount: number;
  readonly distribution: Distribution;
  readonly #cell: Cell;

  constructor(cell: Cell, { actor, reportedBy, condition, scale }: CellCoordinates) {
    this.corpus = actor.corpus;
    this.actor = actor;
    this.reportedBy = reportedBy;
    this.condition = condition;
    this.scale = scale;
    this.count = cell.count;
    this.documentCount = cell.documentCount;
    this.distribution = cell.distribution;
    this.#cell = cell;
  }

  /** Median stance, −2…2; null without positions. */
  get median(): number | null {
    return median(this.distribution);
  }

  /** Mean stance, −2…2; null without positions. */
  get mean(): number | null {
    return mean(this.distribution);
  }

  /** Van der Eijk's agreement A, −1…1; null without positions. */
  get agreement(): number | null {
    return vanDerEijkAgreement([...this.distribution.values()]);
  }

  /** Mean public stance minus mean private or internal stance, −4…4; null unless both exist. */
  get publicPrivateGap(): number | null {
    return publicPrivateGap(this.#cell.distributionIn);
  }

  /** Column indices of the positions, in order of statement. */
  get positions(): Indices {
    return this.#cell.indices();
  }

  /** Those of which it is not certain that they belong to the actor. */
  get uncertainPositions(): Indices {
    return this.#cell.uncertain();
  }

  /** The first position in order of statement; null without positions. */
  get earliest(): IndexedPosition | null {
    return this.#positionAt(0);
  }

  /** The last position in order of statement; null without positions. */
  get latest(): IndexedPosition | null {
    return this.#positionAt(-1);
  }

  /** The distribution by year or month; periods without positions are omitted. */
  trend(period: Period): readonly TrendPeriod[] {
    const points = trend(this.corpus.positions, this.positions, period, this.scale);
    return points.map((point) => new TrendPeriod(point));
  }

  #positionAt(offset: number): IndexedPosition | null {
    const index = this.positions.at(offset);
    return index === undefined ? null : { corpus: this.corpus, index };
  }
}
