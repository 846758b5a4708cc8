import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Connection } from '../database/connect.ts';
import { REVISION_LEASE_MS } from '../database/revision-lease.ts';
import { longTransaction } from '../database/transaction.ts';
import { readCorpus, readCorpusFrom } from './read-corpus.ts';

interface Question {
  /** By `performance.now()`. */
  readonly askedAt: number;
  readonly answer: Promise<CorpusSnapshot>;
  /** Null until it is answered. */
  corpus: CorpusSnapshot | null;
}

/** Snapshots kept: the latest, and a few that citations ask for. */
const KEPT = 4;

/**
 * Snapshots of the corpus by revision, shared by all requests. A revision never changes, so what is
 * kept is never stale; one that is not kept is made out of the nearest that is, by what differs.
 */
export class CorpusCache {
  readonly #store: Pick<Connection, 'prisma' | 'sql'>;
  /** The last time that the database was asked for the latest revision. */
  #question: Question | null = null;
  /** Told of each corpus that is newer than all before it, when it is in memory. */
  readonly #onNewer: (corpus: CorpusSnapshot) => void;
  #newest: CorpusSnapshot | null = null;
  /** In order of last use. */
  readonly #kept = new Map<number, Promise<CorpusSnapshot>>();

  constructor(
    store: Pick<Connection, 'prisma' | 'sql'>,
    onNewer: (corpus: CorpusSnapshot) => void = () => {},
  ) {
    this.#store = store;
    this.#onNewer = onNewer;
  }

  /**
   * The corpus as it now stands, with all revisions that had been published before. The database says
   * which is the latest, and what it says is known for a moment that each publication waits out: see
   * `publication.ts`.
   */
  latest(): Promise<CorpusSnapshot> {
    const now = performance.now();
    if (this.#question !== null && now - this.#question.askedAt < REVISION_LEASE_MS)
      return this.#question.answer;
    const question: Question = { askedAt: now, answer: this.#ask(), corpus: null };
    this.#question = question;
    question.answer.then(
      (corpus) => {
        question.corpus = corpus;
      },
      // What failed is not known: the next request asks again.
      () => {
        if (this.#question === question) this.#question = null;
      },
    );
    return question.answer;
  }

  /** The same at once, where the database need not be asked; else null. */
  latestIfFresh(): CorpusSnapshot | null {
    const question = this.#question;
    return question !== null && performance.now() - question.askedAt < REVISION_LEASE_MS
      ? question.corpus
      : null;
  }

  async #ask(): Promise<CorpusSnapshot> {
    return this.#read(await this.#latestRevision());
  }

  /** The newest corpus that is in memory, if any is; a newer one may have been written since. */
  newestLoaded(): CorpusSnapshot | null {
    return this.#newest;
  }

  /** The corpus as it stood at a revision; fails on one that has not been written. */
  async at(revision: number, latest: number): Promise<CorpusSnapshot> {
    if (revision < 1 || revision > latest) {
      throw new Failure(
        'UNKNOWN_REVISION',
        `There is no revision ${revision}; the latest is ${latest}.`,
      );
    }
    return this.#read(revision);
  }

  #read(revision: number): Promise<CorpusSnapshot> {
    const before = this.#kept.get(revision);
    const corpus = before ?? this.#make(revision);
    this.#kept.delete(revision);
    this.#kept.set(revision, corpus);
    if (before === undefined) {
      corpus.then(
        (made) => {
          if (this.#newest !== null && revision <= this.#newest.revision) return;
          this.#newest = made;
          this.#onNewer(made);
        },
        // A failed read is not kept: the next request tries again.
        () => this.#kept.delete(revision),
      );
      for (const oldest of this.#kept.keys()) {
        if (this.#kept.size <= KEPT) break;
        this.#kept.delete(oldest);
      }
    }
    return corpus;
  }

  async #latestRevision(): Promise<number> {
    const [row] = await this.#store.sql<{ latest: number }>(
      'SELECT coalesce(max(number), 0) AS latest FROM revision',
    );
    return row?.latest ?? 0;
  }

  async #make(revision: number): Promise<CorpusSnapshot> {
    const [nearest] = [...this.#kept.keys()].toSorted(
      (a, b) => Math.abs(a - revision) - Math.abs(b - revision),
    );
    const near = nearest === undefined ? undefined : await this.#kept.get(nearest);
    return longTransaction(this.#store.prisma, (transaction) =>
      near === undefined
        ? readCorpus(transaction, revision)
        : readCorpusFrom(transaction, near, revision),
    );
  }
}
