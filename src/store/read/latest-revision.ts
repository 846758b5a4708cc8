import type { PlainSql } from '../database/connect.ts';
import { COUNT_MIGRATIONS, checkMigrationCount } from '../database/migrate.ts';
import { REVISION_LEASE_MS } from '../database/revision-lease.ts';

/** Number of the latest revision; 0 for an empty corpus. */
export async function latestRevision(sql: PlainSql): Promise<number> {
  const [found] = await sql<{ latest: number }>(
    'SELECT coalesce(max(number), 0) AS latest FROM revision',
  );
  return found?.latest ?? 0;
}

/** A question for the latest revision, shared by all requests while it is fresh. */
interface Lookup<Value> {
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly result: Promise<Value>;
}

/** Age at which a lookup is repeated ahead, so that under load no request waits for one. */
const RENEW_MS = REVISION_LEASE_MS / 2;

/** What belongs to the latest revision, such as its snapshot, kept current. */
export class Latest<Value extends { readonly revision: number }> {
  readonly #sql: PlainSql;
  readonly #at: (revision: number) => Promise<Value>;
  readonly #onNewer: (value: Value) => void;
  /** The lookup that started last. */
  #lookup: Lookup<Value> | null = null;
  /** The last one that has ended, and what it found. */
  #found: { readonly startedAt: number; readonly value: Value } | null = null;
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
   * That of the latest revision. It includes every revision acknowledged before the call: what is
   * found is valid for a lease (`revision-lease.ts`). Rejects with `STORE_INCOMPATIBLE` once a newer version
   * has migrated the database.
   */
  get(): Promise<Value> {
    const fresh = this.ifFresh();
    if (fresh !== null) return Promise.resolve(fresh);
    return this.#startedWithin(REVISION_LEASE_MS) ?? this.#start();
  }

  /** The same without waiting, during a lease; null where `get` would wait for the database. */
  ifFresh(): Value | null {
    const found = this.#found;
    if (found === null) return null;
    const age = performance.now() - found.startedAt;
    if (age >= REVISION_LEASE_MS) return null;
    // If it fails, whoever has to wait for the next one learns why.
    if (age >= RENEW_MS && this.#startedWithin(RENEW_MS) === null) this.#start().catch(() => {});
    return found.value;
  }

  /** That of the highest revision loaded so far; null before the first. It may be out of date. */
  newestLoaded(): Value | null {
    return this.#newest;
  }

  /** The result of the last lookup, if that started at most as long ago. */
  #startedWithin(milliseconds: number): Promise<Value> | null {
    const lookup = this.#lookup;
    return lookup !== null && performance.now() - lookup.startedAt < milliseconds
      ? lookup.result
      : null;
  }

  #start(): Promise<Value> {
    const startedAt = performance.now();
    const lookup = { startedAt, result: this.#ask() };
    this.#lookup = lookup;
    lookup.result.then(
      (value) => {
        // A lookup that started later may have ended before.
        if (this.#found === null || startedAt > this.#found.startedAt)
          this.#found = { startedAt, value };
        if (this.#newest !== null && value.revision <= this.#newest.revision) return;
        this.#newest = value;
        this.#onNewer(value);
      },
      // A failed lookup is dropped: the next request asks again.
      () => {
        if (this.#lookup === lookup) this.#lookup = null;
      },
    );
    return lookup.result;
  }

  async #ask(): Promise<Value> {
    const [found] = await this.#sql<{ latest: number; migrations: number }>(
      `SELECT coalesce(max(number), 0) AS latest, (${COUNT_MIGRATIONS}) AS migrations FROM revision`,
    );
    const { latest: revision = 0, migrations = 0 } = found ?? {};
    checkMigrationCount(migrations);
    return revision === this.#newest?.revision ? this.#newest : this.#at(revision);
  }
}
