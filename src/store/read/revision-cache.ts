/** Revisions kept in memory: the latest, and a few earlier ones that citations refer to. */
const MAX_REVISIONS = 4;

/**
 * What belongs to a revision, such as its snapshot, for a few revisions. A revision is immutable, so
 * what is kept is never stale. Requests for a revision that is being loaded share its loading.
 */
export class RevisionCache<Value> {
  readonly #load: (revision: number) => Promise<Value>;
  /** By revision, least recently used first. */
  readonly #kept = new Map<number, Promise<Value>>();

  constructor(load: (revision: number) => Promise<Value>) {
    this.#load = load;
  }

  at(revision: number): Promise<Value> {
    const kept = this.#kept.get(revision);
    const value = kept ?? this.#load(revision);
    this.#kept.delete(revision);
    this.#kept.set(revision, value);
    if (kept === undefined) {
      // A failed load is dropped: the next request tries again.
      value.catch(() => this.#kept.delete(revision));
      for (const leastRecent of this.#kept.keys()) {
        if (this.#kept.size <= MAX_REVISIONS) break;
        this.#kept.delete(leastRecent);
      }
    }
    return value;
  }

  /** The kept or loading value of the revision nearest to this one; null if there is none. */
  nearest(revision: number): Promise<Value> | null {
    const [nearest] = [...this.#kept.keys()].toSorted(
      (a, b) => Math.abs(a - revision) - Math.abs(b - revision),
    );
    return nearest === undefined ? null : (this.#kept.get(nearest) ?? null);
  }
}
