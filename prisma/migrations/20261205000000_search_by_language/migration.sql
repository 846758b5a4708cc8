-- Texts and headers are searched by the dictionary of their language, which a later header may correct: a
-- passage then has an index for each of the languages, so that older revisions are searched as before.

-- The text search configuration of a language, a BCP 47 tag. Only those that each supported version of
-- PostgreSQL has; `simple`, without a dictionary, for all others.
CREATE FUNCTION search_config(language text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE lower(split_part(replace(language, '_', '-'), '-', 1))
    WHEN 'ar' THEN 'arabic'
    WHEN 'hy' THEN 'armenian'
    WHEN 'eu' THEN 'basque'
    WHEN 'ca' THEN 'catalan'
    WHEN 'da' THEN 'danish'
    WHEN 'nl' THEN 'dutch'
    WHEN 'en' THEN 'english'
    WHEN 'fi' THEN 'finnish'
    WHEN 'fr' THEN 'french'
    WHEN 'de' THEN 'german'
    WHEN 'el' THEN 'greek'
    WHEN 'hi' THEN 'hindi'
    WHEN 'hu' THEN 'hungarian'
    WHEN 'id' THEN 'indonesian'
    WHEN 'ga' THEN 'irish'
    WHEN 'it' THEN 'italian'
    WHEN 'lt' THEN 'lithuanian'
    WHEN 'ne' THEN 'nepali'
    WHEN 'no' THEN 'norwegian'
    WHEN 'nb' THEN 'norwegian'
    WHEN 'nn' THEN 'norwegian'
    WHEN 'pt' THEN 'portuguese'
    WHEN 'ro' THEN 'romanian'
    WHEN 'mo' THEN 'romanian'
    WHEN 'ru' THEN 'russian'
    WHEN 'sr' THEN 'serbian'
    WHEN 'es' THEN 'spanish'
    WHEN 'sv' THEN 'swedish'
    WHEN 'ta' THEN 'tamil'
    WHEN 'tr' THEN 'turkish'
    WHEN 'yi' THEN 'yiddish'
    ELSE 'simple'
  END;

-- Chinese, Japanese and south-east Asian scripts write no spaces between words: each of their characters,
-- with its marks, becomes a word of its own, and what is searched for a phrase of them. The unit separator
-- between them is not shown.
CREATE FUNCTION search_words(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN value ~ '[\u0E01-\u0EDF\u1000-\u109F\u1780-\u17DD\u3005-\u30FF\u3105-\u312F\u31F0-\u31FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U000323AF]'
    THEN regexp_replace(value,
      '([\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U000323AF]|[\u0E01-\u0E30\u0E32\u0E33\u0E40-\u0E46][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*|[\u0E81-\u0EB0\u0EB2\u0EB3\u0EBD\u0EC0-\u0EC6\u0EDC-\u0EDF][\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE]*|[\u1000-\u102A\u103F\u1050-\u1055][\u102B-\u103E\u1056-\u1059]*|[\u1780-\u17B3][\u17B4-\u17D3\u17DD]*)',
      chr(31) || '\1' || chr(31), 'g')
    ELSE value
  END;

CREATE FUNCTION search_vector(config text, value text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector(config::regconfig, search_words(left(coalesce(value, ''), 200000)));

-- Passages.

CREATE TABLE "passage_search" (
    "passage_id" INTEGER NOT NULL,
    "config" TEXT NOT NULL,
    "since_revision" INTEGER NOT NULL DEFAULT 0,
    "until_revision" INTEGER,
    "text_id" INTEGER NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "passage_search_pkey" PRIMARY KEY ("passage_id","config","since_revision")
);

-- Indexes the passages of a text in the language that it has from one revision until another. Words are cut from a part of the text
-- at a time: to cut each passage from the whole would make a long text quadratic.
CREATE FUNCTION index_passages(indexed_text integer, indexed_config text, since integer, until integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  whole text;
  part text := '';
  part_start integer := 0;
  part_end integer := 0;
  each record;
BEGIN
  SELECT "text" INTO whole FROM "document_text" WHERE "id" = indexed_text AND "purged_revision" IS NULL;
  IF whole IS NULL THEN
    RETURN;
  END IF;
  FOR each IN SELECT "id", "start", "end" FROM "passage" WHERE "text_id" = indexed_text ORDER BY "start" LOOP
    IF each."end" > part_end OR each."start" < part_start THEN
      part_start := each."start";
      -- A passage begins with a whole character, and so may the next part.
      part_end := each."end";
      SELECT coalesce(max("end"), part_end) INTO part_end FROM "passage"
      WHERE "text_id" = indexed_text AND "start" >= part_start AND "end" <= part_start + 65536;
      part_end := greatest(part_end, each."end");
      part := utf16_slice(whole, part_start, part_end);
    END IF;
    INSERT INTO "passage_search" ("passage_id", "config", "since_revision", "until_revision", "text_id", "search")
    VALUES (each."id", indexed_config, since, until, indexed_text, search_vector(indexed_config,
      utf16_slice(part, each."start" - part_start, least(each."end" - part_start, each."start" - part_start + 400000))));
  END LOOP;
END
$$;

-- Headers.

ALTER TABLE "document_version" ADD COLUMN "search_config" TEXT NOT NULL DEFAULT 'simple';

CREATE OR REPLACE FUNCTION version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{until_revision,search,search_config}'::text[]
    <> to_jsonb(OLD) - '{until_revision,search,search_config}'::text[] THEN
    RAISE EXCEPTION 'a version in % never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

-- The words of a header by field: title and reference (A), correspondents (B), origin and provenance (C).
-- A correspondent that resolves to an actor is the word @ID as well. No phrase goes over from one to the next.
CREATE FUNCTION header_search(header "document_version") RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
DECLARE
  gap CONSTANT tsvector := '|:9'::tsvector;
  words tsvector := search_vector(header."search_config", coalesce(header."title", '') || ' '
    || (SELECT "reference" FROM "document" WHERE "id" = header."document_id"));
  each record;
BEGIN
  words := setweight(words, 'A');
  FOR each IN SELECT "as_written", "actor_id" FROM "correspondent" WHERE "version_id" = header."id" ORDER BY "order" LOOP
    words := words || gap || setweight(search_vector(header."search_config", each."as_written"), 'B');
    IF each."actor_id" IS NOT NULL THEN
      words := words || array_to_tsvector(ARRAY['@' || each."actor_id"]);
    END IF;
  END LOOP;
  words := words || gap || setweight(search_vector(header."search_config", header."origin"), 'C');
  words := words || gap || setweight(search_vector(header."search_config", header."provenance"), 'C');
  RETURN ts_delete(words, '|');
END
$$;

CREATE OR REPLACE FUNCTION document_version_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."search_config" := search_config(NEW."language");
  NEW."search" := header_search(NEW);
  RETURN NEW;
END
$$;
DROP TRIGGER "document_version_search" ON "document_version";
CREATE TRIGGER "document_version_search" BEFORE INSERT ON "document_version"
  FOR EACH ROW EXECUTE FUNCTION document_version_search();

-- Correspondents are written after their header.
CREATE FUNCTION correspondent_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "document_version" SET "search" = header_search("document_version")
  WHERE "id" IN (SELECT "version_id" FROM written);
  RETURN NULL;
END
$$;
CREATE TRIGGER "correspondent_search" AFTER INSERT ON "correspondent" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION correspondent_search();

-- What is stored. The passages of texts were indexed as English.

UPDATE "document_version" SET "search_config" = search_config("language");
UPDATE "document_version" SET "search" = header_search("document_version");

INSERT INTO "passage_search" ("passage_id", "config", "text_id", "search")
SELECT "passage"."id", 'english', "text_id", "search" FROM "passage"
  JOIN "document_text" ON "document_text"."id" = "text_id"
WHERE "search" IS NOT NULL AND NOT EXISTS (
  SELECT FROM "document_version" AS header WHERE header."document_id" = "document_text"."document_id"
    AND header."search_config" <> 'english');
ALTER TABLE "passage" DROP COLUMN "search";

DO $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT "document_id", min("search_config") AS config FROM "document_version"
      GROUP BY "document_id" HAVING count(DISTINCT "search_config") = 1 AND min("search_config") <> 'english' LOOP
    PERFORM index_passages("id", each.config, 0, NULL) FROM "document_text" WHERE "document_id" = each."document_id";
  END LOOP;
  FOR each IN SELECT "document_id" FROM "document_version"
      GROUP BY "document_id" HAVING count(DISTINCT "search_config") > 1 LOOP
    PERFORM index_passages(stored."id", header."search_config", header."since_revision", header."until_revision")
    FROM "document_text" AS stored JOIN "document_version" AS header ON header."document_id" = stored."document_id"
    WHERE stored."document_id" = each."document_id"
      AND coalesce(header."until_revision", 2147483647) > stored."since_revision"
      AND coalesce(stored."until_revision", 2147483647) > header."since_revision";
  END LOOP;
END
$$;

CREATE INDEX "passage_search_search_idx" ON "passage_search" USING GIN ("search");
CREATE INDEX "document_version_search_config_idx" ON "document_version"("search_config");
ALTER TABLE "passage_search" ADD CONSTRAINT "passage_search_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
