-- Positions of one day are in the order in which they were first coded: a corrected one keeps its place.
ALTER TABLE "position" ADD COLUMN "first_id" INTEGER;
ALTER TABLE "position" ADD CONSTRAINT "position_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE "position" SET "first_id" = "first"."id"
  FROM (SELECT "key", min("id") AS "id" FROM "position" GROUP BY "key" HAVING count(*) > 1) AS "first"
  WHERE "position"."key" = "first"."key" AND "position"."id" <> "first"."id";
