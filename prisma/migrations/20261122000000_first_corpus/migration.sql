-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('UPHOLDS', 'QUALIFIES', 'NONCOMMITTAL', 'RESISTS', 'REJECTS');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('PUBLIC', 'PRIVATE', 'INTERNAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "Wording" AS ENUM ('VERBATIM', 'PARAPHRASE');

-- CreateEnum
CREATE TYPE "Modality" AS ENUM ('ASSERTED', 'DENIED');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('DAY', 'MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "PositionStatus" AS ENUM ('PROVISIONAL', 'SETTLED');

-- CreateEnum
CREATE TYPE "ConditionKind" AS ENUM ('PRINCIPLE', 'CONSEQUENCE');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('PERSON', 'OFFICE', 'ORGANISATION', 'STATE', 'COALITION', 'MEDIA_OUTLET');

-- CreateEnum
CREATE TYPE "AffiliationKind" AS ENUM ('PART_OF', 'COALITION_MEMBER');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('CABLE', 'EMAIL', 'NEWS_ARTICLE', 'STATEMENT', 'MEMORANDUM', 'LETTER', 'OTHER');

-- CreateEnum
CREATE TYPE "Release" AS ENUM ('FOIA', 'LEAK', 'PRESS', 'OFFICIAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "TextCoverage" AS ENUM ('FULL', 'EXCERPTS');

-- CreateEnum
CREATE TYPE "CorrespondentRole" AS ENUM ('AUTHOR', 'ADDRESSEE', 'COPY');

-- CreateTable
CREATE TABLE "revision" (
    "number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ActorKind" NOT NULL,
    "description" TEXT,
    "since_revision" INTEGER NOT NULL,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_alias" (
    "actor_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "actor_alias_pkey" PRIMARY KEY ("actor_id","order")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "kind" "AffiliationKind" NOT NULL,
    "role" TEXT,
    "started_on" DATE,
    "ended_on" DATE,
    "since_revision" INTEGER NOT NULL,
    "until_revision" INTEGER,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "codebook" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "since_revision" INTEGER NOT NULL,

    CONSTRAINT "codebook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stance_level" (
    "codebook_id" INTEGER NOT NULL,
    "stance" "Stance" NOT NULL,
    "definition" TEXT NOT NULL,

    CONSTRAINT "stance_level_pkey" PRIMARY KEY ("codebook_id","stance")
);

-- CreateTable
CREATE TABLE "condition" (
    "id" SERIAL NOT NULL,
    "codebook_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "ConditionKind" NOT NULL,
    "title" TEXT NOT NULL,
    "proposition" TEXT NOT NULL,
    "guidance" TEXT,
    "indicator_terms" TEXT[],

    CONSTRAINT "condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" SERIAL NOT NULL,
    "reference" TEXT NOT NULL,
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
    "search" tsvector,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_text" (
    "id" SERIAL NOT NULL,
    "document_id" INTEGER NOT NULL,
    "coverage" "TextCoverage" NOT NULL,
    "text" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "messages" JSONB NOT NULL,
    "furniture" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "since_revision" INTEGER NOT NULL,
    "until_revision" INTEGER,

    CONSTRAINT "document_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage" (
    "id" SERIAL NOT NULL,
    "text_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "number" INTEGER,
    "heading" TEXT,
    "marking" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "search" tsvector,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correspondent" (
    "document_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "role" "CorrespondentRole" NOT NULL,
    "as_written" TEXT NOT NULL,
    "actor_id" INTEGER,

    CONSTRAINT "correspondent_pkey" PRIMARY KEY ("document_id","order")
);

-- CreateTable
CREATE TABLE "document_reference" (
    "document_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "as_written" TEXT NOT NULL,
    "reference" TEXT,

    CONSTRAINT "document_reference_pkey" PRIMARY KEY ("document_id","order")
);

-- CreateTable
CREATE TABLE "position" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "condition_id" INTEGER NOT NULL,
    "holder_id" INTEGER NOT NULL,
    "stance" "Stance" NOT NULL,
    "stated_on" DATE NOT NULL,
    "stated_on_precision" "DatePrecision" NOT NULL,
    "on_or_before" BOOLEAN NOT NULL,
    "channel" "Channel" NOT NULL,
    "wording" "Wording" NOT NULL,
    "modality" "Modality" NOT NULL,
    "retellings" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "rationale" TEXT,
    "document_id" INTEGER NOT NULL,
    "coder" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "status" "PositionStatus" NOT NULL,
    "disputes_key" TEXT,
    "since_revision" INTEGER NOT NULL,
    "until_revision" INTEGER,
    "search" tsvector,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "position_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "text_id" INTEGER NOT NULL,
    "passage_id" INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("position_id","order")
);

-- CreateTable
CREATE TABLE "attribution_step" (
    "id" SERIAL NOT NULL,
    "position_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "speaker_id" INTEGER NOT NULL,
    "channel" "Channel" NOT NULL,
    "told_on" DATE,
    "told_precision" "DatePrecision",

    CONSTRAINT "attribution_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribution_audience" (
    "step_id" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "actor_id" INTEGER NOT NULL,

    CONSTRAINT "attribution_audience_pkey" PRIMARY KEY ("step_id","order")
);

-- CreateIndex
CREATE UNIQUE INDEX "actor_slug_key" ON "actor"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "actor_alias_actor_id_name_key" ON "actor_alias"("actor_id", "name");

-- CreateIndex
CREATE INDEX "affiliation_member_id_idx" ON "affiliation"("member_id");

-- CreateIndex
CREATE INDEX "affiliation_organisation_id_idx" ON "affiliation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "codebook_slug_version_key" ON "codebook"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "condition_codebook_id_code_key" ON "condition"("codebook_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "condition_codebook_id_order_key" ON "condition"("codebook_id", "order");

-- CreateIndex
CREATE UNIQUE INDEX "document_reference_key" ON "document"("reference");

-- CreateIndex
CREATE INDEX "document_created_on_id_idx" ON "document"("created_on", "id");

-- CreateIndex
CREATE INDEX "document_enclosed_by_id_idx" ON "document"("enclosed_by_id");

-- CreateIndex
CREATE INDEX "document_search_idx" ON "document" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "document_text_document_id_since_revision_key" ON "document_text"("document_id", "since_revision");

-- CreateIndex
CREATE INDEX "passage_search_idx" ON "passage" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "passage_text_id_order_key" ON "passage"("text_id", "order");

-- CreateIndex
CREATE INDEX "correspondent_actor_id_idx" ON "correspondent"("actor_id");

-- CreateIndex
CREATE INDEX "document_reference_reference_idx" ON "document_reference"("reference");

-- CreateIndex
CREATE INDEX "position_condition_id_holder_id_idx" ON "position"("condition_id", "holder_id");

-- CreateIndex
CREATE INDEX "position_holder_id_idx" ON "position"("holder_id");

-- CreateIndex
CREATE INDEX "position_document_id_idx" ON "position"("document_id");

-- CreateIndex
CREATE INDEX "position_search_idx" ON "position" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "position_key_since_revision_key" ON "position"("key", "since_revision");

-- CreateIndex
CREATE INDEX "evidence_text_id_idx" ON "evidence"("text_id");

-- CreateIndex
CREATE INDEX "evidence_passage_id_idx" ON "evidence"("passage_id");

-- CreateIndex
CREATE INDEX "attribution_step_speaker_id_idx" ON "attribution_step"("speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "attribution_step_position_id_order_key" ON "attribution_step"("position_id", "order");

-- CreateIndex
CREATE INDEX "attribution_audience_actor_id_idx" ON "attribution_audience"("actor_id");

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor_alias" ADD CONSTRAINT "actor_alias_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_until_revision_fkey" FOREIGN KEY ("until_revision") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codebook" ADD CONSTRAINT "codebook_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance_level" ADD CONSTRAINT "stance_level_codebook_id_fkey" FOREIGN KEY ("codebook_id") REFERENCES "codebook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_codebook_id_fkey" FOREIGN KEY ("codebook_id") REFERENCES "codebook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_enclosed_by_id_fkey" FOREIGN KEY ("enclosed_by_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_text" ADD CONSTRAINT "document_text_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_text" ADD CONSTRAINT "document_text_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_text" ADD CONSTRAINT "document_text_until_revision_fkey" FOREIGN KEY ("until_revision") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "document_text"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correspondent" ADD CONSTRAINT "correspondent_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correspondent" ADD CONSTRAINT "correspondent_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reference" ADD CONSTRAINT "document_reference_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_condition_id_fkey" FOREIGN KEY ("condition_id") REFERENCES "condition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_since_revision_fkey" FOREIGN KEY ("since_revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_until_revision_fkey" FOREIGN KEY ("until_revision") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "document_text"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_step" ADD CONSTRAINT "attribution_step_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_step" ADD CONSTRAINT "attribution_step_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_audience" ADD CONSTRAINT "attribution_audience_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "attribution_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_audience" ADD CONSTRAINT "attribution_audience_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------

-- Offsets count UTF-16 units (as JavaScript and the W3C selectors do); PostgreSQL counts code points.
CREATE FUNCTION utf16_length(value text) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN length(value) + regexp_count(value, '[\U00010000-\U0010FFFF]');

-- The code points between two UTF-16 offsets; null where an offset falls inside a surrogate pair.
CREATE FUNCTION utf16_slice(value text, slice_start integer, slice_end integer) RETURNS text
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  head text := left(value, slice_start);
  slice text;
BEGIN
  IF utf16_length(head) <> length(head) THEN
    WHILE utf16_length(head) > slice_start LOOP
      head := left(head, greatest(length(head) - greatest((utf16_length(head) - slice_start) / 2, 1), 0));
    END LOOP;
    WHILE utf16_length(head) < slice_start AND length(head) < length(value) LOOP
      head := left(value, length(head) + 1);
    END LOOP;
  END IF;
  IF utf16_length(head) <> slice_start THEN
    RETURN NULL;
  END IF;
  slice := substr(value, length(head) + 1, slice_end - slice_start);
  IF utf16_length(slice) <> length(slice) THEN
    WHILE utf16_length(slice) > slice_end - slice_start LOOP
      slice := left(slice, length(slice) - 1);
    END LOOP;
  END IF;
  RETURN CASE WHEN utf16_length(slice) = slice_end - slice_start THEN slice END;
END
$$;

-- A vector may hold one megabyte of words; the rest of a monstrous paragraph is not indexed.
CREATE FUNCTION search_vector(value text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('english'::regconfig, left(coalesce(value, ''), 200000));

ALTER TABLE "document" DROP COLUMN "search";
ALTER TABLE "document" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (search_vector(coalesce("title", '') || ' ' || "reference")) STORED;
CREATE INDEX "document_search_idx" ON "document" USING GIN ("search");

ALTER TABLE "position" DROP COLUMN "search";
ALTER TABLE "position" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (search_vector("summary")) STORED;
CREATE INDEX "position_search_idx" ON "position" USING GIN ("search");

ALTER TABLE "revision"
  ADD CONSTRAINT "revision_number_check" CHECK ("number" >= 1);

ALTER TABLE "actor"
  ADD CONSTRAINT "actor_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "affiliation"
  ADD CONSTRAINT "affiliation_self_check" CHECK ("member_id" <> "organisation_id"),
  ADD CONSTRAINT "affiliation_dates_check" CHECK ("started_on" <= "ended_on"),
  ADD CONSTRAINT "affiliation_revisions_check" CHECK ("since_revision" < "until_revision");

ALTER TABLE "codebook"
  ADD CONSTRAINT "codebook_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "codebook_version_check" CHECK ("version" >= 1);
CREATE UNIQUE INDEX "codebook_one_default" ON "codebook" ("is_default") WHERE "is_default";

ALTER TABLE "condition"
  ADD CONSTRAINT "condition_code_check" CHECK ("code" ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$');

ALTER TABLE "document"
  ADD CONSTRAINT "document_reference_check" CHECK ("reference" ~ '^\S{1,120}$'),
  ADD CONSTRAINT "document_created_check" CHECK (
    ("created_at" IS NULL) = ("created_on" IS NULL)
    AND "created_at" ~ '^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}Z?)?)?)?$'
  ),
  ADD CONSTRAINT "document_enclosure_check" CHECK ("enclosed_by_id" <> "id");

ALTER TABLE "document_text"
  ADD CONSTRAINT "document_text_length_check" CHECK ("length" = utf16_length("text")),
  ADD CONSTRAINT "document_text_sha256_check" CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')),
  ADD CONSTRAINT "document_text_revisions_check" CHECK ("since_revision" < "until_revision");
CREATE UNIQUE INDEX "document_text_one_current" ON "document_text" ("document_id") WHERE "until_revision" IS NULL;

ALTER TABLE "passage"
  ADD CONSTRAINT "passage_offsets_check" CHECK (0 <= "start" AND "start" <= "end");

ALTER TABLE "position"
  ADD CONSTRAINT "position_retellings_check" CHECK ("retellings" >= 0),
  ADD CONSTRAINT "position_summary_check" CHECK ("summary" <> ''),
  ADD CONSTRAINT "position_revisions_check" CHECK ("since_revision" < "until_revision");
CREATE UNIQUE INDEX "position_one_current" ON "position" ("key") WHERE "until_revision" IS NULL;

ALTER TABLE "evidence"
  ADD CONSTRAINT "evidence_offsets_check" CHECK (0 <= "start" AND "start" < "end");

ALTER TABLE "attribution_step"
  ADD CONSTRAINT "attribution_step_order_check" CHECK ("order" >= 1),
  ADD CONSTRAINT "attribution_step_told_check" CHECK (("told_on" IS NULL) = ("told_precision" IS NULL));

-- A passage lies within its text. (Its search vector comes with it: cutting its words out of the
-- text here, once for each passage, would make a long document quadratic.)
CREATE FUNCTION passage_within_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  text_length integer;
BEGIN
  SELECT "length" INTO text_length FROM "document_text" WHERE "id" = NEW."text_id";
  IF NEW."end" > text_length THEN
    RAISE EXCEPTION 'passage % of text % ends at %, but the text at %',
      NEW."order", NEW."text_id", NEW."end", text_length USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "passage_within_text" BEFORE INSERT OR UPDATE ON "passage"
  FOR EACH ROW EXECUTE FUNCTION passage_within_text();

-- Evidence names the passage that it lies in, so a passage stays where it is.
CREATE FUNCTION passage_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'passage % of text % is immutable', OLD."order", OLD."text_id" USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER "passage_is_immutable" BEFORE UPDATE OF "text_id", "start", "end" ON "passage"
  FOR EACH ROW EXECUTE FUNCTION passage_is_immutable();

-- Evidence is the text's own words at its offsets, inside the passage that it names.
CREATE FUNCTION evidence_is_verbatim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_words text;
BEGIN
  SELECT utf16_slice("text", NEW."start", NEW."end") INTO found_words FROM "document_text" WHERE "id" = NEW."text_id";
  IF found_words IS DISTINCT FROM NEW."exact" THEN
    RAISE EXCEPTION 'evidence % of position % is not what text % says between % and %',
      NEW."order", NEW."position_id", NEW."text_id", NEW."start", NEW."end" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."passage_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "passage" WHERE "id" = NEW."passage_id" AND "text_id" = NEW."text_id"
      AND "start" <= NEW."start" AND NEW."end" <= "end"
  ) THEN
    RAISE EXCEPTION 'evidence % of position % does not lie in passage %',
      NEW."order", NEW."position_id", NEW."passage_id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "evidence_is_verbatim" BEFORE INSERT OR UPDATE ON "evidence"
  FOR EACH ROW EXECUTE FUNCTION evidence_is_verbatim();

-- No position without evidence, nor without the chain that its retellings count: not when it is
-- written, and not when either of them is taken away or added to later. Looked at on commit.
CREATE FUNCTION assert_proven(proven_id integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  proven record;
BEGIN
  SELECT "key", "retellings" INTO proven FROM "position" WHERE "id" = proven_id;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM "evidence" WHERE "position_id" = proven_id) THEN
    RAISE EXCEPTION 'position % has no evidence', proven."key" USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT count(*) FROM "attribution_step" WHERE "position_id" = proven_id) <> proven."retellings" + 1 THEN
    RAISE EXCEPTION 'position % counts % retellings, which its attribution does not bear out',
      proven."key", proven."retellings" USING ERRCODE = 'check_violation';
  END IF;
END
$$;
CREATE FUNCTION position_is_proven() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_proven(NEW."id");
  RETURN NULL;
END
$$;
CREATE FUNCTION proof_still_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_proven(CASE TG_OP WHEN 'DELETE' THEN OLD."position_id" ELSE NEW."position_id" END);
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "position_is_proven" AFTER INSERT OR UPDATE ON "position"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION position_is_proven();
CREATE CONSTRAINT TRIGGER "evidence_still_proves" AFTER DELETE ON "evidence"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION proof_still_stands();
CREATE CONSTRAINT TRIGGER "attribution_still_counts" AFTER INSERT OR DELETE ON "attribution_step"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION proof_still_stands();

-- A text that evidence may point into never changes; a new version succeeds it.
CREATE FUNCTION text_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."text" <> OLD."text" OR NEW."document_id" <> OLD."document_id" THEN
    RAISE EXCEPTION 'text % is immutable', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "text_is_immutable" BEFORE UPDATE ON "document_text"
  FOR EACH ROW EXECUTE FUNCTION text_is_immutable();

-- A codebook that a position uses never changes; a new version succeeds it. Which one is the default may.
CREATE FUNCTION codebook_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  IF TG_TABLE_NAME = 'codebook' THEN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'is_default' = to_jsonb(OLD) - 'is_default' THEN
      RETURN NEW;
    END IF;
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
CREATE TRIGGER "codebook_is_immutable" BEFORE UPDATE OR DELETE ON "codebook"
  FOR EACH ROW EXECUTE FUNCTION codebook_is_immutable();
CREATE TRIGGER "condition_is_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "condition"
  FOR EACH ROW EXECUTE FUNCTION codebook_is_immutable();
CREATE TRIGGER "stance_level_is_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "stance_level"
  FOR EACH ROW EXECUTE FUNCTION codebook_is_immutable();
