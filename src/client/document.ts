import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/**
 * An operation that knows the types of its answer and its variables: a string, as the generator
 * makes it, or a tree that kept its source, as gql.tada and `parse` of graphql do.
 */
export interface TypedDocument<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
  readonly loc?: { readonly source: { readonly body: string } } | undefined;
}

/** Fails on a tree without source if nothing is given to print it: a mistake of the program. */
export function textOf(
  document: TypedDocument<unknown, never>,
  print: ((document: never) => string) | undefined,
): string {
  const text: unknown = document.valueOf();
  if (typeof text === 'string') return text;
  const source = document.loc?.source.body;
  if (source !== undefined) return source;
  if (print !== undefined) return print(document as never);
  throw new TypeError('The document has no text: give the client `print` of graphql.');
}

/** SHA-256 of its text in hexadecimal, where the generator wrote it into the document. */
export function hashOf(document: TypedDocument<unknown, never>): string | null {
  const hash = document['__meta__']?.['hash'];
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}
