import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/**
 * An operation with the types of its data and variables: a string, as GraphQL Code Generator writes it, or
 * an AST that keeps its source, as gql.tada and `parse` from `graphql` return it.
 */
export interface TypedDocument<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
  readonly loc?: { readonly source: { readonly body: string } } | undefined;
}

/** Source text of a document. Throws a `TypeError` for an AST without source when `print` is not given. */
export function documentText(
  document: TypedDocument<unknown, never>,
  print: ((document: never) => string) | undefined,
): string {
  const text: unknown = document.valueOf();
  if (typeof text === 'string') return text;
  const source = document.loc?.source.body;
  if (source !== undefined) return source;
  if (print !== undefined) return print(document as never);
  throw new TypeError(
    'The document has no source text. Pass `print` from `graphql` to createClient.',
  );
}

/** SHA-256 of the text in hexadecimal, if the code generator added it to the document; otherwise null. */
export function documentHash(document: TypedDocument<unknown, never>): string | null {
  const hash = document['__meta__']?.['hash'];
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}
