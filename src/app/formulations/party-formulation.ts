import type { OwnFormulation } from '#src/analysis/formulations/formulations-of.ts';
import type { Use } from '#src/analysis/formulations/group-wordings.ts';
import type { ActorRecord, AtRevision, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { invariant } from '#src/domain/failure.ts';
import { actorAt } from '../lookup/actors.ts';
import type { IndexedPosition } from '../positions/position.ts';

/** Another party that uses the same words. */
export interface FormulationUser {
  readonly party: AtRevision<ActorRecord>;
  /** Number of uses. */
  readonly count: number;
  readonly firstUse: IndexedPosition;
}

/** One exact text of a formulation. */
export interface FormulationVariant {
  readonly words: string;
  readonly count: number;
}

/** A wording of a condition by a party: words used once or repeatedly, the same as or similar to those of its first use. */
export class PartyFormulation {
  readonly corpus: CorpusSnapshot;
  /** The party's uses, in order of statement; never empty. */
  readonly uses: readonly Use[];
  /** Whether nobody else used the words on an earlier day. */
  readonly firstAnywhere: boolean;
  readonly #formulation: OwnFormulation;

  constructor(corpus: CorpusSnapshot, formulation: OwnFormulation | undefined) {
    invariant(formulation, 'no formulation at this place of the list');
    this.corpus = corpus;
    this.uses = formulation.uses;
    this.firstAnywhere = formulation.firstAnywhere;
    this.#formulation = formulation;
  }

  /** The words of the party's first use, verbatim. */
  get words(): string {
    return firstOf(this.uses).words;
  }

  /** Number of the party's uses. */
  get count(): number {
    return this.uses.length;
  }

  get firstUse(): IndexedPosition {
    return this.#position(firstOf(this.uses));
  }

  get lastUse(): IndexedPosition {
    return this.#position(this.uses.at(-1) ?? firstOf(this.uses));
  }

  /** Holder of the party's first use. */
  get firstUser(): AtRevision<ActorRecord> {
    const { index } = firstOf(this.uses);
    return actorAt(this.corpus, this.corpus.positions.holder[index] ?? 0);
  }

  /** The first use by anybody; the party's own where it is among the first. */
  get firstUseAnywhere(): IndexedPosition {
    return this.#position(firstOf(this.firstAnywhere ? this.uses : this.#formulation.all));
  }

  /** The other parties that use these words, by their first use. */
  get otherUsers(): readonly FormulationUser[] {
    return [...this.#formulation.others].map(([party, uses]) => ({
      party: actorAt(this.corpus, party),
      count: uses.length,
      firstUse: this.#position(firstOf(uses)),
    }));
  }

  /** The distinct texts of the party's uses, in order of first use. */
  get variants(): readonly FormulationVariant[] {
    return [...Map.groupBy(this.uses, ({ words }) => words)].map(([words, same]) => ({
      words,
      count: same.length,
    }));
  }

  #position({ index }: Use): IndexedPosition {
    return { corpus: this.corpus, index: index };
  }
}

function firstOf(uses: readonly Use[]): Use {
  const [first] = uses;
  invariant(first, 'the formulation has no uses');
  return first;
}
