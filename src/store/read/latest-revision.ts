import type { PlainSql } from '../database/connect.ts';
import { REVISION_LEASE_MS } from '../database/revision-lease.ts';

/** Number of the latest revision; 0 for an empty corpus. */
export async function latestRevision(sql: PlainSql): Promise<number> {
  const [found] = await sql<{ latest: number }>(
    'SELECT coalesce(max(number), 0) AS latest FROM revision',
  );
  return found?.latest ?? 0;
}

/** One lookup of the latest revision, shared by all requests during its lease. */
interface Lookup<Value> {
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly result: Promise<Value>;
  /** The result once it has resolved, for reading it synchronously. */
  found: Value | null;
}

/** What belongs to the latest revision, such as its snapshot, kept current. */
export class Latest<Value extends { readonly revision: number }> {
  readonly #sql: PlainSql;
  readonly #at: (revision: number) => Promise<Value>;
  readonly #onNewer: (value: Value) => void;
  #lookup: Lookup<Value> | null = null;
  #newest: Value | null = null;

  /**
   * `at` loads what belongs to a revision. `onNewer` receives each value with a higher revision than
   * all before it, once it is loaded.
   */
  constructor(
    sql: PlainSql,
    at: (revision: number) => Promise<Value>,
    onNewer: (value: Value) => void = () => {},
  ) {
    this.#sql = sql;
    this.#at = at;
    this.#onNewer = onNewer;
  }

  /**
   * That of the latest revision. It includes every revision acknowledged before the call: the
   * database is asked at most once per lease (`revision-lease.ts`).
   */
  get(): Promise<Value> {
    const now = performance.now();
    if (this.#lookup !== null && isFresh(this.#lookup, now)) return this.#lookup.result;
    const lookup: Lookup<Value> = { startedAt: now, result: this.#ask(), found: null };
    this.#lookup = lookup;
    lookup.result.then(
      (found) => {
        lookup.found = found;
        if (this.#newest !== null && found.revision <= this.#newest.revision) return;
        this.#newest = found;
        this.#onNewer(found);
      },
      // A failed lookup is dropped: the next request asks again.
      () => {
        if (this.#lookup === lookup) this.#lookup = null;
      },
    );
    return lookup.result;
  }

  /** The same without waiting, during a lease; null where `get` would ask the database. */
  ifFresh(): Value | null {
    const lookup = this.#lookup;
    return lookup !== null && isFresh(lookup, performance.now()) ? lookup.found : null;
  }

  /** That of the highest revision loaded so far; null before the first. It may be out of date. */
  newestLoaded(): Value | null {
    return this.#newest;
  }

  async #ask(): Promise<Value> {
    const revision = await latestRevision(this.#sql);
    return revision === this.#newest?.revision ? this.#newest : this.#at(revision);
  }
}

function isFresh({ startedAt }: Lookup<unknown>, now: number): boolean {
  return now - startedAt < REVISION_LEASE_MS;
}
