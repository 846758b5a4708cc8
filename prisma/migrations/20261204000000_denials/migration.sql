-- What the stance of a denial is, by codebook. It can be added to a codebook once, from a revision on.
CREATE TYPE "DenialStance" AS ENUM ('OTHER', 'OPPOSITE');

CREATE TABLE "codebook_denial" (
    "codebook_id" INTEGER NOT NULL,
    "stance" "DenialStance" NOT NULL,
    "definition" TEXT NOT NULL,
    "since_revision" INTEGER NOT NULL,

    CONSTRAINT "codebook_denial_pkey" PRIMARY KEY ("codebook_id")
);

ALTER TABLE "codebook_denial" ADD CONSTRAINT "codebook_denial_codebook_id_fkey" FOREIGN KEY ("codebook_id") REFERENCES "codebook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "codebook_denial" ADD CONSTRAINT "codebook_denial_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that Prisma cannot express.

CREATE FUNCTION denials_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the denials of codebook % are defined and cannot change', OLD."codebook_id" USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER "codebook_denial_immutable" BEFORE UPDATE ON "codebook_denial"
  FOR EACH ROW EXECUTE FUNCTION denials_are_immutable();
