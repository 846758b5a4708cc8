-- What the corpus says of actors and documents, and which codebook is the default, by revision: an answer
-- at an older revision shows what the corpus said then. What was overwritten before is not known any more;
-- where only some of it was kept (superseded_header), the rest is taken from the present.

CREATE TABLE "actor_version" (
    "actor_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ActorKind" NOT NULL,
    "description" TEXT,
    "aliases" TEXT[],
    "since_revision" INTEGER NOT NULL,
    "until_revision" INTEGER,

    CONSTRAINT "actor_version_pkey" PRIMARY KEY ("actor_id","since_revision")
);

INSERT INTO "actor_version" ("actor_id", "name", "kind", "description", "aliases", "since_revision")
SELECT "id", "name", "kind", "description",
  ARRAY(SELECT "name" FROM "actor_alias" WHERE "actor_id" = "actor"."id" ORDER BY "order"), "since_revision"
FROM "actor";

CREATE TABLE "codebook_default" (
    "since_revision" INTEGER NOT NULL,
    "codebook_id" INTEGER,

    CONSTRAINT "codebook_default_pkey" PRIMARY KEY ("since_revision")
);

-- Each version of the default codebook was the default until the next.
INSERT INTO "codebook_default" ("since_revision", "codebook_id")
SELECT DISTINCT ON (earlier."since_revision") earlier."since_revision", earlier."id"
FROM "codebook" AS earlier JOIN "codebook" AS present ON present."is_default" AND present."slug" = earlier."slug"
WHERE earlier."since_revision" <= present."since_revision" AND earlier."version" <= present."version"
ORDER BY earlier."since_revision", earlier."version" DESC;

CREATE TABLE "document_version" (
    "id" SERIAL NOT NULL,
    "document_id" INTEGER NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "title" TEXT,
    "created_at" TEXT,
    "created_on" DATE,
    "released_at" TEXT,
    "release" "Release" NOT NULL,
    "classification" TEXT,
    "handling" TEXT[],
    "origin" TEXT,
    "case_number" TEXT,
    "tags" TEXT[],
    "language" TEXT,
    "rights" TEXT,
    "provenance" TEXT,
    "enclosed_by_id" INTEGER,
    "since_revision" INTEGER NOT NULL,
    "until_revision" INTEGER,
    "search" tsvector,

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("id")
);

INSERT INTO "document_version" ("document_id", "kind", "title", "created_at", "created_on", "released_at",
  "release", "classification", "handling", "origin", "case_number", "tags", "language", "rights", "provenance",
  "enclosed_by_id", "since_revision", "until_revision", "search")
SELECT "id", version."kind", "title",
  CASE WHEN version."created_on" IS NOT DISTINCT FROM "document"."created_on" THEN "created_at"
    ELSE version."created_on"::text END,
  version."created_on", "released_at", version."release", "classification", "handling", "origin",
  "case_number", "tags", "language", "rights", "provenance", "enclosed_by_id",
  coalesce(lag(version."until_revision") OVER (PARTITION BY "id" ORDER BY version."until_revision"), "since_revision"),
  version."until_revision", "search"
FROM "document" JOIN (
  SELECT "document_id", "kind", "release", "created_on", "until_revision" FROM "superseded_header"
  UNION ALL SELECT "id", "kind", "release", "created_on", NULL FROM "document"
) AS version ON version."document_id" = "document"."id"
ORDER BY "id", version."until_revision";

ALTER TABLE "correspondent" DROP CONSTRAINT "correspondent_pkey", ADD COLUMN "version_id" INTEGER;
UPDATE "correspondent" SET "version_id" = version."id" FROM "document_version" AS version
WHERE version."document_id" = "correspondent"."document_id" AND version."until_revision" IS NULL;
-- Of a superseded header the authors were kept, as actors.
INSERT INTO "correspondent" ("document_id", "version_id", "order", "role", "as_written", "actor_id")
SELECT "document_id", "version_id", row_number() OVER (PARTITION BY "version_id" ORDER BY "rank") - 1, "role",
  "as_written", "actor_id"
FROM (
  SELECT version."document_id", version."id" AS "version_id", author."order" AS "rank",
    'AUTHOR'::"CorrespondentRole" AS "role", "actor"."name" AS "as_written", "actor"."id" AS "actor_id"
  FROM "document_version" AS version
    JOIN "superseded_header" AS kept ON kept."document_id" = version."document_id"
      AND kept."until_revision" = version."until_revision"
    CROSS JOIN unnest(kept."authors") WITH ORDINALITY AS author ("id", "order")
    JOIN "actor" ON "actor"."id" = author."id"
  UNION ALL
  SELECT version."document_id", version."id", 1000 + present."order", present."role", present."as_written",
    present."actor_id"
  FROM "document_version" AS version
    JOIN "correspondent" AS present ON present."document_id" = version."document_id"
  WHERE version."until_revision" IS NOT NULL AND present."role" <> 'AUTHOR'
) AS kept;
ALTER TABLE "correspondent" DROP COLUMN "document_id", ALTER COLUMN "version_id" SET NOT NULL,
  ADD CONSTRAINT "correspondent_pkey" PRIMARY KEY ("version_id","order");

ALTER TABLE "document_reference" DROP CONSTRAINT "document_reference_pkey", ADD COLUMN "version_id" INTEGER;
UPDATE "document_reference" SET "version_id" = version."id" FROM "document_version" AS version
WHERE version."document_id" = "document_reference"."document_id" AND version."until_revision" IS NULL;
INSERT INTO "document_reference" ("document_id", "version_id", "order", "as_written", "reference")
SELECT version."document_id", version."id", present."order", present."as_written", present."reference"
FROM "document_version" AS version
  JOIN "document_reference" AS present ON present."document_id" = version."document_id"
WHERE version."until_revision" IS NOT NULL;
ALTER TABLE "document_reference" DROP COLUMN "document_id", ALTER COLUMN "version_id" SET NOT NULL,
  ADD CONSTRAINT "document_reference_pkey" PRIMARY KEY ("version_id","order");

DROP TABLE "superseded_header";
DROP TABLE "actor_alias";
ALTER TABLE "actor" DROP COLUMN "name", DROP COLUMN "kind", DROP COLUMN "description", DROP COLUMN "since_revision";
ALTER TABLE "codebook" DROP COLUMN "is_default";
ALTER TABLE "document" DROP COLUMN "search", DROP COLUMN "kind", DROP COLUMN "title", DROP COLUMN "created_at",
  DROP COLUMN "created_on", DROP COLUMN "released_at", DROP COLUMN "release", DROP COLUMN "classification",
  DROP COLUMN "handling", DROP COLUMN "origin", DROP COLUMN "case_number", DROP COLUMN "tags",
  DROP COLUMN "language", DROP COLUMN "rights", DROP COLUMN "provenance", DROP COLUMN "enclosed_by_id";

CREATE UNIQUE INDEX "document_version_document_id_since_revision_key" ON "document_version"("document_id", "since_revision");
CREATE INDEX "document_version_enclosed_by_id_idx" ON "document_version"("enclosed_by_id");
CREATE INDEX "document_version_since_revision_idx" ON "document_version"("since_revision");
CREATE INDEX "document_version_until_revision_idx" ON "document_version"("until_revision");
CREATE INDEX "document_version_search_idx" ON "document_version" USING GIN ("search");

ALTER TABLE "actor_version" ADD CONSTRAINT "actor_version_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "actor_version" ADD CONSTRAINT "actor_version_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "actor_version" ADD CONSTRAINT "actor_version_until_revision_fkey" FOREIGN KEY ("until_revision") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "codebook_default" ADD CONSTRAINT "codebook_default_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "codebook_default" ADD CONSTRAINT "codebook_default_codebook_id_fkey" FOREIGN KEY ("codebook_id") REFERENCES "codebook"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_enclosed_by_id_fkey" FOREIGN KEY ("enclosed_by_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_until_revision_fkey" FOREIGN KEY ("until_revision") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "correspondent" ADD CONSTRAINT "correspondent_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_reference" ADD CONSTRAINT "document_reference_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that Prisma cannot express.

ALTER TABLE "actor_version"
  ADD CONSTRAINT "actor_version_revisions_check" CHECK ("since_revision" < "until_revision");
CREATE UNIQUE INDEX "actor_version_one_current" ON "actor_version" ("actor_id") WHERE "until_revision" IS NULL;

ALTER TABLE "document_version"
  ADD CONSTRAINT "document_version_revisions_check" CHECK ("since_revision" < "until_revision"),
  ADD CONSTRAINT "document_version_created_check" CHECK (
    ("created_at" IS NULL) = ("created_on" IS NULL)
    AND "created_at" ~ '^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}Z?)?)?)?$'
  ),
  ADD CONSTRAINT "document_version_enclosure_check" CHECK ("enclosed_by_id" <> "document_id");
CREATE UNIQUE INDEX "document_version_one_current" ON "document_version" ("document_id") WHERE "until_revision" IS NULL;

CREATE FUNCTION document_version_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."search" := search_vector(coalesce(NEW."title", '') || ' '
    || (SELECT "reference" FROM "document" WHERE "id" = NEW."document_id"));
  RETURN NEW;
END
$$;
CREATE TRIGGER "document_version_search" BEFORE INSERT OR UPDATE OF "title" ON "document_version"
  FOR EACH ROW EXECUTE FUNCTION document_version_search();

-- A stored version is immutable: it ends, and another succeeds it.
CREATE FUNCTION version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'until_revision' <> to_jsonb(OLD) - 'until_revision' THEN
    RAISE EXCEPTION 'a version in % never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "actor_version_is_immutable" BEFORE UPDATE ON "actor_version"
  FOR EACH ROW EXECUTE FUNCTION version_is_immutable();
CREATE TRIGGER "document_version_is_immutable" BEFORE UPDATE ON "document_version"
  FOR EACH ROW EXECUTE FUNCTION version_is_immutable();

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
  IF EXISTS (SELECT FROM "position" JOIN "condition" ON "condition"."id" = "position"."condition_id"
             WHERE "condition"."codebook_id" = changed) THEN
    RAISE EXCEPTION 'codebook % is in use and cannot change', changed USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
