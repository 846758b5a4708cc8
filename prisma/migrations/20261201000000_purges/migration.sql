-- A text can be purged: its letters are struck out at every revision, and it says since when and why.
ALTER TABLE "document_text" ADD COLUMN "purged_revision" INTEGER, ADD COLUMN "purged_reason" TEXT;
ALTER TABLE "document_text" ADD CONSTRAINT "document_text_purged_revision_fkey" FOREIGN KEY ("purged_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that Prisma cannot express.

ALTER TABLE "document_text"
  ADD CONSTRAINT "document_text_purged_check" CHECK (("purged_revision" IS NULL) = ("purged_reason" IS NULL));

CREATE OR REPLACE FUNCTION text_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Struck out, a text keeps its white space, so that offsets stay what they were.
  IF OLD."purged_revision" IS NULL AND NEW."purged_revision" IS NOT NULL
    AND NEW."document_id" = OLD."document_id" AND NEW."length" = OLD."length"
    AND NEW."text" !~ '[^█[:space:]]' THEN
    RETURN NEW;
  END IF;
  IF NEW."text" <> OLD."text" OR NEW."document_id" <> OLD."document_id"
    OR NEW."purged_revision" IS DISTINCT FROM OLD."purged_revision" THEN
    RAISE EXCEPTION 'text % is immutable', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
