-- Chance that repeats: the n-th number in [0, 1) of a row, for one of many purposes.
CREATE SCHEMA bench;
CREATE FUNCTION bench.chance(id bigint, purpose bigint) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashint8extended(id, purpose) & 4503599627370495) / 4503599627370496.0::float8;

-- One of several by weight: its index from 1, for the running sums of the weights.
CREATE FUNCTION bench.pick(chance float8, sums float8[]) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN width_bucket(chance * sums[cardinality(sums)], sums) + 1;

INSERT INTO revision (number, author, message) VALUES (1, 'bench', 'A corpus made up to be measured');

-- 24 parties, 96 ministries, 880 persons.
INSERT INTO actor (id, slug)
SELECT id,
  CASE WHEN id <= 24 THEN 'party-' || id WHEN id <= 120 THEN 'ministry-' || id ELSE 'person-' || id END
FROM generate_series(1, 1000) AS id;
INSERT INTO actor_version (actor_id, name, kind, aliases, since_revision)
SELECT id, name,
  (CASE WHEN id <= 16 THEN 'STATE' WHEN id <= 120 THEN 'ORGANISATION' ELSE 'PERSON' END)::"ActorKind",
  CASE WHEN id % 3 = 0 THEN ARRAY['Alias of ' || name] ELSE ARRAY[]::text[] END, 1
FROM (SELECT id, CASE WHEN id <= 24 THEN 'Party ' || id WHEN id <= 120 THEN 'Ministry ' || id
        ELSE 'Person ' || id END AS name
      FROM generate_series(1, 1000) AS id) AS named;

-- A ministry is part of one party throughout.
INSERT INTO affiliation (member_id, organisation_id, kind, since_revision)
SELECT id, 1 + (id - 25) % 24, 'PART_OF', 1 FROM generate_series(25, 120) AS id;
-- Five states are members of a coalition, which does not roll up.
INSERT INTO affiliation (member_id, organisation_id, kind, since_revision)
SELECT id, 20, 'COALITION_MEMBER', 1 FROM generate_series(1, 5) AS id;
-- A person has one to three posts, one after the other; some have none before the first.
INSERT INTO affiliation (member_id, organisation_id, kind, role, started_on, ended_on, since_revision)
SELECT id, ministry, 'PART_OF', 'Post ' || post,
  CASE WHEN post > 1 THEN DATE '2005-01-01' + (5479 * (post - 1) / posts)
       WHEN bench.chance(id, 3) < 0.2 THEN DATE '2006-07-01' END,
  CASE WHEN post < posts THEN DATE '2005-01-01' + (5479 * post / posts) - 1 END, 1
FROM (SELECT id, post, posts, 25 + floor(96 * bench.chance(id, CASE
        -- Three in four posts are in the ministry of the first.
        WHEN bench.chance(id * 8 + post, 2) < 0.75 THEN 11 ELSE 10 + post END))::int AS ministry
      FROM (SELECT id, 1 + floor(3 * bench.chance(id, 1))::int AS posts
            FROM generate_series(121, 1000) AS id) AS person,
        generate_series(1, posts) AS post) AS held;

INSERT INTO codebook (id, slug, version, title, description, since_revision)
VALUES (1, 'bench', 1, 'Made-up conditions', 'Nine conditions to be measured.', 1);
INSERT INTO codebook_default (since_revision, codebook_id) VALUES (1, 1);
INSERT INTO stance_level (codebook_id, stance, definition)
SELECT 1, stance, 'The level ' || stance FROM unnest(enum_range(NULL::"Stance")) AS stance;
INSERT INTO condition (id, codebook_id, "order", code, kind, title, proposition, indicator_terms)
SELECT id, 1, id - 1, 'CONDITION_' || id, (CASE WHEN id <= 6 THEN 'PRINCIPLE' ELSE 'CONSEQUENCE' END)::"ConditionKind",
  'Condition ' || id, 'That condition ' || id || ' be met.', ARRAY['condition']
FROM generate_series(1, 9) AS id;

-- Who speaks how often, by Zipf's law over actors in no particular order.
CREATE TABLE bench.speaker AS
SELECT id, sum(1.0::float8 / rank) OVER (ORDER BY rank) AS sum, rank
FROM (SELECT id, row_number() OVER (ORDER BY bench.chance(id, 20)) AS rank FROM actor) AS ranked;
CREATE TABLE bench.speakers AS
SELECT array_agg(sum ORDER BY rank) AS sums, array_agg(id ORDER BY rank) AS ids FROM bench.speaker;

-- Sentences of which texts are made, a few beyond ASCII.
CREATE TABLE bench.sentence AS
SELECT row_number() OVER () AS id, words FROM (
  SELECT 'The ' || who || ' said that the ' || what || ' would have to ' || verb || '.' AS words
  FROM unnest(ARRAY['minister', 'envoy', 'spokesman', 'chargé', 'committee']) AS who,
    unnest(ARRAY['ceasefire', 'crossing', 'agreement of 2005', 'recognition “in principle”']) AS what,
    unnest(ARRAY['hold first', 'wait for elections', 'be put in writing', 'be met in full']) AS verb
) AS made;

-- An emblem lies beyond the characters that UTF-16 writes in one unit.
CREATE FUNCTION bench.heading(document bigint) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN document % 10 = 0 THEN '🕊 ' ELSE '' END || 'REPORT NUMBER ' || document || ' ON TALKS HELD IN TOWN';

-- Where the sentences of each document stand.
CREATE UNLOGGED TABLE bench.placed (document int, passage int, slot int, words text, start int);
