import type { PlainSql } from '../database/connect.ts';

/** An author or addressee. */
export interface CorrespondentName {
  /** Reference of the document. */
  readonly document: string;
  /** As written in it. */
  readonly name: string;
  /** Slug of the actor; null if none is known. */
  readonly actor: string | null;
}

/** All correspondents in the latest revision who are one of the actors (slugs), or of whom no actor is known. */
export function readCorrespondentNames(
  sql: PlainSql,
  actors: readonly string[],
): Promise<readonly CorrespondentName[]> {
  return sql(
    `SELECT DISTINCT reference AS document, as_written AS name, actor.slug AS actor
     FROM correspondent JOIN document_version AS header ON header.id = version_id
       JOIN document ON document.id = document_id
       LEFT JOIN actor ON actor.id = actor_id
     WHERE (actor_id IS NULL OR actor.slug = ANY ($1)) AND until_revision IS NULL`,
    [actors],
  );
}
