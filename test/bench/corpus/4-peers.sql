-- What the peers are given beforehand, so that none of them rolls up affiliations while it answers.
-- It stands for the newest revision only.

-- What a reader sees of an actor and a document, in one row.
ALTER TABLE actor ADD COLUMN name text;
UPDATE actor SET name = version.name FROM actor_version AS version
WHERE actor_id = id AND until_revision IS NULL;
ALTER TABLE document ADD COLUMN kind "DocumentKind", ADD COLUMN title text;
UPDATE document SET kind = version.kind, title = version.title FROM document_version AS version
WHERE document_id = document.id AND until_revision IS NULL;

-- Who spoke on which day: the actor itself, all that it was part of, and at the end its party.
CREATE TEMPORARY TABLE spoke AS
WITH RECURSIVE up(actor, day, line) AS (
  SELECT actor, day, ARRAY[actor]
  FROM (SELECT holder_id AS actor, stated_on AS day FROM position
        UNION SELECT actor_id, created_on FROM correspondent JOIN document_version ON id = version_id
        WHERE role = 'AUTHOR') AS days
  UNION ALL
  SELECT actor, day, line || organisation_id
  FROM up CROSS JOIN LATERAL (
    SELECT organisation_id FROM affiliation
    WHERE member_id = line[cardinality(line)] AND kind = 'PART_OF' AND until_revision IS NULL
      AND (started_on IS NULL OR started_on <= day) AND (ended_on IS NULL OR day <= ended_on)
    ORDER BY started_on DESC NULLS LAST, id LIMIT 1) AS next
  WHERE cardinality(line) < 10)
SELECT DISTINCT ON (actor, day) actor, day, line, line[cardinality(line)] AS party
FROM up ORDER BY actor, day, cardinality(line) DESC;
ANALYZE spoke;

-- For comparisons: all that a figure or a filter needs of a position, in one narrow row.
CREATE TABLE bench.fact AS
SELECT position.id AS position_id, condition_id, spoke.party AS party_id, position.document_id, stated_on,
  (3 - array_position(enum_range(NULL::"Stance"), stance))::smallint AS stance,
  retellings::smallint, channel, wording, header.kind, header.release, author.party AS author_party_id
FROM position
JOIN spoke ON spoke.actor = holder_id AND spoke.day = stated_on
JOIN document_version AS header ON header.document_id = position.document_id
LEFT JOIN correspondent ON correspondent.version_id = header.id AND role = 'AUTHOR'
LEFT JOIN spoke AS author ON author.actor = correspondent.actor_id AND author.day = created_on
WHERE position.until_revision IS NULL AND header.until_revision IS NULL
ORDER BY spoke.party, condition_id, position.document_id;
ALTER TABLE bench.fact ADD PRIMARY KEY (position_id),
  ADD FOREIGN KEY (position_id) REFERENCES position, ADD FOREIGN KEY (party_id) REFERENCES actor;
CREATE INDEX fact_cell ON bench.fact (party_id, condition_id, document_id)
  INCLUDE (stance, stated_on, retellings, channel, wording, kind, release, author_party_id);

-- For lists: the positions of each actor, its own and those stated for it, in their order.
CREATE TABLE bench.held AS
SELECT actor_id, condition_id, stated_on, position.id AS position_id
FROM position JOIN spoke ON spoke.actor = holder_id AND spoke.day = stated_on, unnest(line) AS actor_id
WHERE until_revision IS NULL;
ALTER TABLE bench.held ADD PRIMARY KEY (actor_id, condition_id, stated_on, position_id);
CREATE INDEX position_in_order ON position (stated_on, id) WHERE until_revision IS NULL;
DROP TABLE spoke;

-- The median of counts of the values 2, 1, 0, -1 and -2.
CREATE FUNCTION bench.value_at(rank bigint, counts bigint[]) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN rank < counts[5] THEN -2 WHEN rank < counts[5] + counts[4] THEN -1
    WHEN rank < counts[5] + counts[4] + counts[3] THEN 0
    WHEN rank < counts[5] + counts[4] + counts[3] + counts[2] THEN 1 ELSE 2 END;

CREATE TYPE bench.cell AS (party text, condition text, count int, document_count int,
  upholds int, qualifies int, noncommittal int, resists int, rejects int, median float8, mean float8);

-- The figures of a comparison. A cell without positions has no row.
CREATE FUNCTION bench.compare(parties text[], stated_from date, stated_to date, channels "Channel"[],
    max_retellings int, wordings "Wording"[], document_kinds "DocumentKind"[], releases "Release"[],
    reported_by text[]) RETURNS SETOF bench.cell LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT actor.slug, condition.code, total::int, documents::int, n[1]::int, n[2]::int, n[3]::int,
    n[4]::int, n[5]::int,
    (bench.value_at((total - 1) / 2, n) + bench.value_at(total / 2, n)) / 2.0::float8,
    (2 * n[1] + n[2] - n[4] - 2 * n[5])::float8 / total
  FROM (
    SELECT party_id, condition_id, count(*) AS total, count(DISTINCT document_id) AS documents,
      ARRAY[count(*) FILTER (WHERE stance = 2), count(*) FILTER (WHERE stance = 1),
        count(*) FILTER (WHERE stance = 0), count(*) FILTER (WHERE stance = -1),
        count(*) FILTER (WHERE stance = -2)] AS n
    FROM bench.fact
    WHERE party_id = ANY (ARRAY(SELECT id FROM public.actor WHERE slug = ANY (parties)))
      AND (stated_from IS NULL OR stated_on >= stated_from)
      AND (stated_to IS NULL OR stated_on <= stated_to)
      AND (channels IS NULL OR channel = ANY (channels))
      AND (max_retellings IS NULL OR retellings <= max_retellings)
      AND (wordings IS NULL OR wording = ANY (wordings))
      AND (document_kinds IS NULL OR kind = ANY (document_kinds))
      AND (releases IS NULL OR release = ANY (releases))
      AND (reported_by IS NULL
        OR author_party_id = ANY (ARRAY(SELECT id FROM public.actor WHERE slug = ANY (reported_by))))
    GROUP BY party_id, condition_id) AS cells
  JOIN public.actor ON actor.id = party_id
  JOIN public.condition ON condition.id = condition_id
$$;

-- A page of positions, in order of statement, by the index that answers it.
CREATE FUNCTION bench.list_positions(actor_slug text, condition_code text, stated_from date, stated_to date, size int)
  RETURNS SETOF public.position LANGUAGE sql STABLE AS $$
  SELECT position.* FROM bench.held JOIN public.position ON position.id = position_id
  WHERE held.actor_id = (SELECT id FROM public.actor WHERE slug = actor_slug)
    AND held.condition_id = (SELECT id FROM public.condition WHERE code = condition_code)
    AND held.stated_on BETWEEN stated_from AND stated_to
  ORDER BY held.stated_on, held.position_id LIMIT size
$$;
CREATE FUNCTION bench.first_positions(stated_from date, size int)
  RETURNS SETOF public.position LANGUAGE sql STABLE AS $$
  SELECT * FROM public.position WHERE until_revision IS NULL AND stated_on >= stated_from
  ORDER BY stated_on, id LIMIT size
$$;

-- Only what built the corpus used these.
DROP TABLE bench.speaker, bench.speakers, bench.sentence;
