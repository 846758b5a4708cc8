/** Whether the server is to be asked at all, for whoever shares out requests among servers. */
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';

export interface Readiness {
  readonly status: 'ready' | 'starting' | 'draining' | 'database unreachable';
  /** What is the matter, in a sentence. */
  readonly reason?: string;
}

type Phase = 'starting' | 'serving' | 'draining';

/** A database that takes longer to answer its simplest question is of no use. */
const PATIENCE_MS = 2000;

export function createReadiness() {
  let phase: Phase = 'starting';
  let store: Pick<Store, 'check'> | null = null;
  /** One question to the database at a time, however many ask. */
  let checking: Promise<void> | null = null;
  return {
    phase: () => phase,
    serve: (opened: Pick<Store, 'check'>): void => {
      store = opened;
      phase = 'serving';
    },
    drain: (): void => {
      phase = 'draining';
    },
    now: async (): Promise<Readiness> => {
      if (phase === 'starting' || store === null)
        return { status: 'starting', reason: 'The corpus is being opened.' };
      if (phase === 'draining')
        return { status: 'draining', reason: 'The server answers what it was asked, and ends.' };
      checking ??= store.check().finally(() => {
        checking = null;
      });
      try {
        await within(PATIENCE_MS, checking);
        return { status: 'ready' };
      } catch (error) {
        const reason = error instanceof Failure ? error.message : 'The database does not answer.';
        return { status: 'database unreachable', reason };
      }
    },
  };
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
