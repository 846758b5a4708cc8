import { Prisma } from '../generated/client.ts';

/** Row numbers of the actors that are authors of the document at hand. */
export const AUTHORS = Prisma.sql`ARRAY(SELECT actor_id FROM correspondent
  WHERE document_id = document.id AND role = 'AUTHOR' AND actor_id IS NOT NULL ORDER BY "order")`;
