-- The actor for whom the holder of a position said that it spoke, in place of its affiliations.
ALTER TABLE "position" ADD COLUMN "on_behalf_of_id" INTEGER;
ALTER TABLE "position" ADD CONSTRAINT "position_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "position_on_behalf_of_id_idx" ON "position"("on_behalf_of_id");
