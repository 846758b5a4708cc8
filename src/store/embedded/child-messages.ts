/** What the embedded database's process and the server's tell each other. */
import type { FailureCode } from '#src/domain/failure.ts';

export type FromEmbedded =
  | { readonly kind: 'creating' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: FailureCode | null; readonly message: string };

export interface ToEmbedded {
  readonly kind: 'stop';
}
