/** Messages between the thread of the HTTP server, the engine threads and the corpus thread. */
import type { MessagePort } from 'node:worker_threads';
import type { StoreAccess } from '#src/store/database/connect.ts';
import type { Config } from '../config/config.ts';
import type { OperationRequest, OperationResponse } from '../engine/operation.ts';
import type { Log } from '../telemetry/log.ts';
import type { SharedSnapshot } from './share-snapshot.ts';

/** What the corpus thread receives when it starts. */
export interface CorpusThreadData {
  readonly access: StoreAccess;
}

/** What an engine thread receives when it starts. */
export interface EngineThreadData {
  readonly access: StoreAccess;
  readonly config: Config;
  /** Operations of a higher cost are not executed but handed back. */
  readonly handBackAbove: number;
  /** Name of the exchange of derived values. */
  readonly exchange: string;
}

/** Work for an engine thread: an operation, or a revision to load before the first operation on it. */
export type Work =
  | { readonly kind: 'execute'; readonly request: OperationRequest; readonly revision: number }
  | { readonly kind: 'load'; readonly revision: number };

/** To an engine thread: work, or the port of the corpus thread. */
export type ToEngine =
  | (Work & { readonly id: number })
  | { readonly kind: 'connect'; readonly port: MessagePort };

/** The result of work. */
export type WorkResult =
  | { readonly kind: 'response'; readonly response: OperationResponse }
  | { readonly kind: 'handed back' }
  | { readonly kind: 'loaded' };

/** From an engine thread. */
export type FromEngine =
  | { readonly kind: 'ready' }
  | (WorkResult & { readonly id: number })
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError }
  | {
      readonly kind: 'log';
      readonly level: keyof Log;
      readonly message: string;
      readonly fields: Readonly<Record<string, unknown>>;
    };

/** To the corpus thread, from an engine thread. */
export interface ToCorpus {
  readonly kind: 'load';
  readonly revision: number;
}

/** From the corpus thread. */
export type FromCorpus =
  | { readonly kind: 'loaded'; readonly revision: number; readonly snapshot: SharedSnapshot }
  | { readonly kind: 'failed'; readonly revision: number; readonly error: SentError };

/** An error as plain data: the copy of an error loses its code. */
export interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}

/** An error as it is sent. */
export function sendableError(error: unknown): SentError {
  if (!(error instanceof Error))
    return { message: String(error), stack: undefined, code: undefined };
  const code = 'code' in error ? String(error.code) : undefined;
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return { message: error.message + cause, stack: error.stack, code };
}

/** The error that was sent. */
export function receivedError({ message, stack, code }: SentError): Error {
  return Object.assign(new Error(message), { stack, ...(code !== undefined && { code }) });
}
