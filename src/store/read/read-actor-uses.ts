import type { PlainSql } from '../database/connect.ts';

/** Something in the latest revision that names an actor. */
export interface ActorUse {
  readonly slug: string;
  /** Key of a position, or reference of a document. */
  readonly by: string;
}

/**
 * What names these actors in the latest revision: positions that they hold, report or hear, or that were stated on their behalf, but for those
 * with the given keys; and headers, but for those of the given documents. At most three for each actor.
 */
export function readActorUses(
  sql: PlainSql,
  slugs: readonly string[],
  except: { readonly positions: readonly string[]; readonly documents: readonly string[] },
): Promise<readonly ActorUse[]> {
  return sql(
    `SELECT slug, by FROM (
       SELECT slug, by, row_number() OVER (PARTITION BY slug ORDER BY by) AS nth FROM (
         SELECT holder_id AS actor_id, key AS by FROM position
         WHERE until_revision IS NULL AND key <> ALL($2)
         UNION SELECT on_behalf_of_id, key FROM position
         WHERE until_revision IS NULL AND key <> ALL($2)
         UNION SELECT speaker_id, key FROM attribution_step JOIN position ON position.id = position_id
         WHERE until_revision IS NULL AND key <> ALL($2)
         UNION SELECT actor_id, key FROM attribution_audience
           JOIN attribution_step ON attribution_step.id = step_id
           JOIN position ON position.id = position_id
         WHERE until_revision IS NULL AND key <> ALL($2)
         UNION SELECT actor_id, reference FROM correspondent
           JOIN document_version AS header ON header.id = version_id
           JOIN document ON document.id = document_id
         WHERE until_revision IS NULL AND reference <> ALL($3)
       ) AS naming JOIN actor ON actor.id = actor_id AND slug = ANY($1)
     ) AS numbered WHERE nth <= 3 ORDER BY slug, by`,
    [slugs, except.positions, except.documents],
  );
}
