-- Positions :first to :last of documents 1 to :documents.
CREATE TEMPORARY TABLE coded AS
SELECT position.id, document_id AS document, created_on,
  ids[bench.pick(bench.chance(position.id, 201), sums)] AS holder,
  bench.pick(bench.chance(position.id, 202), ARRAY[.26, .44, .58, .70, .79, .86, .92, .97, 1]) AS condition,
  bench.chance(position.id, 203) AS leaning,
  bench.pick(bench.chance(position.id, 204), ARRAY[.35, .70, .83, 1]) - 1 AS retellings,
  floor(20 * bench.chance(position.id, 205))::int AS place,
  kind
FROM bench.speakers CROSS JOIN generate_series(:first::bigint, :last::bigint) AS position(id)
-- A document has from a few to a few dozen positions.
JOIN document_version ON document_id = 1 + floor(:documents * power(bench.chance(position.id, 200), 1.3))::int;

INSERT INTO position (id, key, condition_id, holder_id, stance, stated_on, stated_on_precision, on_or_before,
  channel, wording, modality, retellings, summary, document_id, coding_id, confidence, since_revision)
SELECT id, 'BENCH' || lpad(document::text, 7, '0') || '/' || coder || '/' || id || '/CONDITION_' || condition,
  condition, holder,
  -- Each holder leans its own way on each condition.
  (enum_range(NULL::"Stance"))[bench.pick(leaning, CASE (holder + condition) % 3
     WHEN 0 THEN ARRAY[.45, .7, .8, .9, 1] WHEN 1 THEN ARRAY[.1, .25, .45, .7, 1] ELSE ARRAY[.2, .5, .7, .9, 1] END)],
  created_on - floor(30 * power(bench.chance(id, 212), 3))::int,
  (enum_range(NULL::"DatePrecision"))[bench.pick(bench.chance(id, 213), ARRAY[.93, .99, 1])],
  bench.chance(id, 214) < 0.05,
  (CASE WHEN kind IN ('NEWS_ARTICLE', 'STATEMENT') THEN ARRAY['PUBLIC', 'PUBLIC', 'PRIVATE', 'UNKNOWN']
     ELSE ARRAY['PRIVATE', 'PUBLIC', 'INTERNAL', 'UNKNOWN'] END
  )[bench.pick(bench.chance(id, 215), ARRAY[.6, .85, .95, 1])]::"Channel",
  (enum_range(NULL::"Wording"))[bench.pick(bench.chance(id, 216), ARRAY[.3, 1])],
  (enum_range(NULL::"Modality"))[bench.pick(bench.chance(id, 217), ARRAY[.97, 1])],
  retellings, 'Says of condition ' || condition || ' that it would have to wait or be met in full.',
  document, coding_id,
  (enum_range(NULL::"Confidence"))[bench.pick(bench.chance(id, 218), ARRAY[.6, .9, 1])],
  1
FROM coded JOIN (SELECT id AS coding_id, document_id, coder FROM coding) AS coding ON document_id = document;

INSERT INTO evidence (position_id, "order", text_id, passage_id, start, "end", exact, prefix, suffix)
SELECT id, 0, document, document * 5 - 4 + passage, start, start + length(words), words,
  substr(text, greatest(1, at - 32), least(32, at - 1)), substr(text, at + length(words), 32)
FROM (SELECT coded.*, place / 4 AS passage, placed.start, placed.words, document_text.text,
        -- Code points, where an emblem in the heading is one and not two.
        placed.start - (coded.document % 10 = 0)::int + 1 AS at
      FROM coded
      JOIN bench.placed ON placed.document = coded.document
        AND placed.passage = place / 4 AND placed.slot = place % 4
      JOIN document_text ON document_text.id = coded.document) AS found;

-- The holder speaks first, then whoever retells it; the last hearer wrote the document.
INSERT INTO attribution_step (id, position_id, "order", speaker_id, channel, told_on, told_precision)
SELECT id * 4 + nth - 4, id, nth,
  CASE WHEN nth = 1 THEN holder ELSE ids[bench.pick(bench.chance(id * 4 + nth, 221), sums)] END,
  'PRIVATE', created_on, 'DAY'
FROM bench.speakers, coded, generate_series(1, retellings + 1) AS nth;
INSERT INTO attribution_audience (step_id, "order", actor_id)
SELECT id * 4 + nth - 4, 0, 25 + floor(96 * bench.chance(id * 4 + nth, 222))::int
FROM coded, generate_series(1, retellings + 1) AS nth WHERE bench.chance(id * 4 + nth, 223) < 0.7;
