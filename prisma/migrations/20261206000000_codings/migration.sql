-- A coding, the work of one coder on one document by one codebook, is a thing of its own with a status, and
-- may be without positions. It stood whenever one of its positions did, settled if they were.

CREATE TABLE "coding" (
    "id" SERIAL NOT NULL,
    "document_id" INTEGER NOT NULL,
    "codebook_id" INTEGER NOT NULL,
    "coder" TEXT NOT NULL,

    CONSTRAINT "coding_pkey" PRIMARY KEY ("id")
);

INSERT INTO "coding" ("document_id", "codebook_id", "coder")
SELECT DISTINCT "document_id", "codebook_id", "coder"
FROM "position" JOIN "condition" ON "condition"."id" = "position"."condition_id"
ORDER BY "document_id", "codebook_id", "coder";

CREATE UNIQUE INDEX "coding_document_id_codebook_id_coder_key" ON "coding"("document_id", "codebook_id", "coder");

ALTER TABLE "position" ADD COLUMN "coding_id" INTEGER;
-- What is written is not evidence, and checks of it that wait would forbid the changes below.
ALTER TABLE "position" DISABLE TRIGGER USER;
UPDATE "position" SET "coding_id" = "coding"."id"
FROM "condition", "coding"
WHERE "condition"."id" = "position"."condition_id" AND "coding"."document_id" = "position"."document_id"
  AND "coding"."codebook_id" = "condition"."codebook_id" AND "coding"."coder" = "position"."coder";
ALTER TABLE "position" ENABLE TRIGGER USER;
CREATE INDEX "position_coding_id_idx" ON "position"("coding_id");

CREATE TABLE "coding_version" (
    "coding_id" INTEGER NOT NULL,
    "status" "PositionStatus" NOT NULL,
    "since_revision" INTEGER NOT NULL,
    "until_revision" INTEGER,

    CONSTRAINT "coding_version_pkey" PRIMARY KEY ("coding_id","since_revision")
);

INSERT INTO "coding_version" ("coding_id", "status", "since_revision", "until_revision")
WITH
  -- The revisions at which a position of the coding begins or ends …
  "change" AS (
    SELECT "coding_id", "since_revision" AS "revision" FROM "position"
    UNION SELECT "coding_id", "until_revision" FROM "position" WHERE "until_revision" IS NOT NULL),
  -- … the status from each of them on, null where no position stood …
  "state" AS (
    SELECT "coding_id", "revision", (
      SELECT max("status") FROM "position" WHERE "position"."coding_id" = "change"."coding_id"
        AND "since_revision" <= "revision" AND ("until_revision" IS NULL OR "until_revision" > "revision")) AS "status"
    FROM "change"),
  -- … and those that change it.
  "turn" AS (
    SELECT "coding_id", "revision", "status",
      "status" IS DISTINCT FROM lag("status") OVER (PARTITION BY "coding_id" ORDER BY "revision") AS "turns"
    FROM "state"),
  "version" AS (
    SELECT "coding_id", "status", "revision",
      lead("revision") OVER (PARTITION BY "coding_id" ORDER BY "revision") AS "until_revision"
    FROM "turn" WHERE "turns")
SELECT "coding_id", "status", "revision", "until_revision" FROM "version" WHERE "status" IS NOT NULL;

ALTER TABLE "position" DROP COLUMN "coder", DROP COLUMN "status", ALTER COLUMN "coding_id" SET NOT NULL;

CREATE INDEX "coding_codebook_id_idx" ON "coding"("codebook_id");
CREATE INDEX "coding_version_since_revision_idx" ON "coding_version"("since_revision");
CREATE INDEX "coding_version_until_revision_idx" ON "coding_version"("until_revision");

ALTER TABLE "coding" ADD CONSTRAINT "coding_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coding" ADD CONSTRAINT "coding_codebook_id_fkey" FOREIGN KEY ("codebook_id") REFERENCES "codebook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coding_version" ADD CONSTRAINT "coding_version_coding_id_fkey" FOREIGN KEY ("coding_id") REFERENCES "coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coding_version" ADD CONSTRAINT "coding_version_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coding_version" ADD CONSTRAINT "coding_version_until_revision_fkey" FOREIGN KEY ("until_revision") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "position" ADD CONSTRAINT "position_coding_id_fkey" FOREIGN KEY ("coding_id") REFERENCES "coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that Prisma cannot express.

ALTER TABLE "coding" ADD CONSTRAINT "coding_coder_check" CHECK ("coder" <> '');
ALTER TABLE "coding_version"
  ADD CONSTRAINT "coding_version_revisions_check" CHECK ("since_revision" < "until_revision");
CREATE UNIQUE INDEX "coding_version_one_current" ON "coding_version" ("coding_id") WHERE "until_revision" IS NULL;
CREATE TRIGGER "coding_version_is_immutable" BEFORE UPDATE ON "coding_version"
  FOR EACH ROW EXECUTE FUNCTION version_is_immutable();

-- A position has the document and the codebook of its coding.
CREATE FUNCTION position_is_of_its_coding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stray text;
BEGIN
  SELECT "key" INTO stray FROM "written"
    JOIN "coding" ON "coding"."id" = "written"."coding_id"
    JOIN "condition" ON "condition"."id" = "written"."condition_id"
  WHERE "coding"."document_id" <> "written"."document_id" OR "coding"."codebook_id" <> "condition"."codebook_id" LIMIT 1;
  IF stray IS NOT NULL THEN
    RAISE EXCEPTION 'position % is of another document or codebook than its coding', stray USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "position_is_of_its_coding" AFTER INSERT ON "position" REFERENCING NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION position_is_of_its_coding();
CREATE TRIGGER "position_stays_of_its_coding" AFTER UPDATE ON "position" REFERENCING NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION position_is_of_its_coding();

-- A codebook is in use once a coding goes by it.
CREATE OR REPLACE FUNCTION codebook_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  IF TG_TABLE_NAME = 'codebook' THEN
    changed := OLD."id";
  ELSIF TG_OP = 'INSERT' THEN
    changed := NEW."codebook_id";
  ELSE
    changed := OLD."codebook_id";
  END IF;
  IF EXISTS (SELECT FROM "coding" WHERE "codebook_id" = changed) THEN
    RAISE EXCEPTION 'codebook % is in use and cannot change', changed USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
