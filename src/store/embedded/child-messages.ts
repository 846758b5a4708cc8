/** Messages between the embedded database's process and its parent. */
import type { FailureCode } from '#src/domain/failure.ts';

/** From the child: its progress, why it cannot open the database, or that it has closed it. */
export type ChildMessage =
  | { readonly kind: 'creating' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: FailureCode | null; readonly message: string }
  | { readonly kind: 'closed' };

/** From the parent: close the database and exit. */
export interface StopMessage {
  readonly kind: 'stop';
}
