import {
  type Contrast,
  type ContrastAspect,
  contrasts,
} from '#src/analysis/discrepancies/contrasts.ts';
import { type DiscrepancyKind, kindsIn } from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import type { ClashingPair } from '#src/analysis/discrepancies/list-discrepancies.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { attributesAt } from '#src/domain/position-columns.ts';
import { type DaysApart, daysApart, possibleDays } from '#src/domain/possible-days.ts';
import { actorAt } from '../lookup/actors.ts';
import { documentAt } from '../lookup/documents.ts';
import type { IndexedPosition } from '../positions/position.ts';

/** An aspect in which two positions differ, with the value of each as text. */
export interface TextContrast {
  readonly aspect: ContrastAspect;
  readonly a: string;
  readonly b: string;
}

/** Two positions of one actor on one condition whose stances differ; `a` is the earlier by the dates as given. */
export class Discrepancy {
  readonly corpus: CorpusSnapshot;
  readonly #pair: ClashingPair;
  readonly #within: number;

  /** `within`: requested maximum of days between the two. */
  constructor(corpus: CorpusSnapshot, pair: ClashingPair, within: number) {
    this.corpus = corpus;
    this.#pair = pair;
    this.#within = within;
  }

  get a(): IndexedPosition {
    return { corpus: this.corpus, index: this.#pair.a };
  }

  get b(): IndexedPosition {
    return { corpus: this.corpus, index: this.#pair.b };
  }

  /** Number of the condition. */
  get conditionId(): number {
    return this.corpus.positions.condition[this.#pair.a] ?? -1;
  }

  /** Every kind that applies, or `OTHER` alone. */
  get kinds(): readonly DiscrepancyKind[] {
    return kindsIn(this.#pair.kinds);
  }

  /** Every aspect in which the two differ, beside stance and date. */
  get contrasts(): readonly TextContrast[] {
    return contrasts(this.corpus.positions, this.#pair.a, this.#pair.b).map(({ aspect, a, b }) => ({
      aspect,
      a: this.#text(aspect, a),
      b: this.#text(aspect, b),
    }));
  }

  /** Levels of the stance scale between the two, 1…4. */
  get stanceDifference(): number {
    const { positions } = this.corpus;
    return Math.abs(
      attributesAt(positions, this.#pair.a).stance - attributesAt(positions, this.#pair.b).stance,
    );
  }

  /** Days between the two statements, as far as their dates are known. */
  get daysApart(): DaysApart {
    const { positions } = this.corpus;
    return daysApart(possibleDays(positions, this.#pair.a), possibleDays(positions, this.#pair.b));
  }

  /** Whether the dates prove that at most `within` days lie between the two. */
  get certain(): boolean {
    return (this.daysApart.max ?? Infinity) <= this.#within;
  }

  #text(aspect: ContrastAspect, value: Contrast['a']): string {
    if (aspect === 'HOLDER') return actorAt(this.corpus, Number(value)).record.slug;
    if (aspect === 'DOCUMENT') return documentAt(this.corpus, Number(value)).record.reference;
    return String(value);
  }
}
