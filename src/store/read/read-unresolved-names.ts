import type { PlainSql } from '../database/connect.ts';

/** An author or addressee of whom no actor is known. */
export interface UnresolvedName {
  /** Reference of the document. */
  readonly document: string;
  readonly name: string;
}

/** All of them in the latest revision. */
export function readUnresolvedNames(sql: PlainSql): Promise<readonly UnresolvedName[]> {
  return sql(
    `SELECT DISTINCT reference AS document, as_written AS name
     FROM correspondent JOIN document_version AS header ON header.id = version_id
       JOIN document ON document.id = document_id
     WHERE actor_id IS NULL AND until_revision IS NULL`,
  );
}
