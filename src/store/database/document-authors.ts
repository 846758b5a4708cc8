import { Prisma } from '../generated/client.ts';

/** SQL expression, for queries over `document`: the ids of the document's resolved authors, in order. */
export const DOCUMENT_AUTHORS = Prisma.sql`ARRAY(SELECT actor_id FROM correspondent
  WHERE document_id = document.id AND role = 'AUTHOR' AND actor_id IS NOT NULL ORDER BY "order")`;
