/** Whether the server can take traffic, for load balancers. */
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';

/** The body of `/ready`. */
export interface Readiness {
  readonly status:
    | 'ready'
    | 'starting'
    | 'draining'
    | 'database unreachable'
    | 'database incompatible';
  /** Why the server is not ready. */
  readonly reason?: string;
}

type Phase = 'starting' | 'serving' | 'draining';

/** A database that takes longer for its simplest statement counts as unreachable. */
const CHECK_TIMEOUT_MS = 2000;

/** Creates the state of a server that is starting. */
export function createReadiness() {
  let phase: Phase = 'starting';
  let store: Pick<Store, 'ping'> | null = null;
  /** Concurrent requests share one check of the database. */
  let checking: Promise<void> | null = null;
  return {
    phase: () => phase,
    /** The corpus is open. */
    serve: (opened: Pick<Store, 'ping'>): void => {
      store = opened;
      phase = 'serving';
    },
    /** The shutdown has begun. */
    drain: (): void => {
      phase = 'draining';
    },
    /** Checks the database. */
    now: async (): Promise<Readiness> => {
      if (phase === 'starting' || store === null)
        return { status: 'starting', reason: 'The corpus is loading.' };
      if (phase === 'draining')
        return { status: 'draining', reason: 'Completing the requests in flight.' };
      checking ??= store.ping();
      const shared = checking;
      try {
        await withTimeout(CHECK_TIMEOUT_MS, shared);
        return { status: 'ready' };
      } catch (error) {
        if (!(error instanceof Failure))
          return { status: 'database unreachable', reason: 'The database does not respond.' };
        const isIncompatible = error.code === 'STORE_INCOMPATIBLE';
        return {
          status: isIncompatible ? 'database incompatible' : 'database unreachable',
          reason: error.message,
        };
      } finally {
        if (checking === shared) checking = null;
      }
    },
  };
}

async function withTimeout(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), milliseconds);
  });
  await Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
