-- Documents :first to :last. Each text is a heading, an empty line, and five passages of four sentences.
INSERT INTO document (id, reference, since_revision)
SELECT id, 'BENCH' || lpad(id::text, 7, '0'), 1 FROM generate_series(:first, :last) AS id;
INSERT INTO document_version (id, document_id, kind, title, created_at, created_on, release, classification,
  handling, origin, tags, language, since_revision)
SELECT id, id, kind, 'Talks in town ' || id, created_on::text, created_on,
  (CASE kind WHEN 'CABLE' THEN ARRAY['LEAK', 'FOIA'] WHEN 'EMAIL' THEN ARRAY['FOIA', 'LEAK']
     WHEN 'NEWS_ARTICLE' THEN ARRAY['PRESS', 'PRESS'] ELSE ARRAY['OFFICIAL', 'UNKNOWN'] END
  )[1 + (bench.chance(id, 103) > 0.8)::int]::"Release",
  CASE WHEN kind = 'CABLE' THEN 'CONFIDENTIAL' END, ARRAY[]::text[],
  CASE WHEN kind = 'CABLE' THEN 'EMBASSY ' || id % 40 END, ARRAY['PREL'], 'en', 1
FROM (SELECT id,
        (enum_range(NULL::"DocumentKind"))[bench.pick(bench.chance(id, 101),
          ARRAY[.45, .65, .85, .93, .96, .98, 1])] AS kind,
        DATE '2005-01-01' + floor(5479 * bench.chance(id, 102))::int AS created_on
      FROM generate_series(:first, :last) AS id) AS made;

-- One coder for each document: figures count one coding.
INSERT INTO coding (id, document_id, codebook_id, coder)
SELECT id, id, 1, 'coder-' || bench.pick(bench.chance(id, 211), ARRAY[.4, .7, .85, .95, 1])
FROM generate_series(:first, :last) AS id;
INSERT INTO coding_version (coding_id, status, since_revision)
SELECT id, 'PROVISIONAL', 1 FROM generate_series(:first, :last) AS id;

INSERT INTO correspondent (version_id, "order", role, as_written, actor_id)
SELECT document, nth, (ARRAY['AUTHOR', 'ADDRESSEE', 'COPY'])[nth + 1]::"CorrespondentRole", 'Name of ' || actor, actor
FROM (SELECT document, nth,
        CASE WHEN nth > 0 THEN 25 + floor(96 * bench.chance(document * 4 + nth, 112))::int
             ELSE ids[bench.pick(bench.chance(document, 113), sums)] END AS actor
      FROM bench.speakers, generate_series(:first, :last) AS document,
        generate_series(0, 1 + (bench.chance(document, 111) < 0.3)::int) AS nth) AS made;

-- Where each sentence stands. An emblem in every tenth heading takes two UTF-16 units.
INSERT INTO bench.placed
SELECT document, passage, slot, words,
  head + passage + sum(length(words) + 1) OVER (PARTITION BY document ORDER BY passage, slot)
    - length(words) - 1 AS start
FROM (SELECT document, passage, slot, words, length(heading) + (document % 10 = 0)::int + 2 AS head
      FROM generate_series(:first, :last) AS document, generate_series(0, 4) AS passage,
        generate_series(0, 3) AS slot
      CROSS JOIN LATERAL (SELECT bench.chance(document * 20 + passage * 4 + slot, 120) AS luck) AS drawn
      JOIN bench.sentence ON sentence.id = 1 + floor(80 * luck)::int
      CROSS JOIN LATERAL (SELECT bench.heading(document) AS heading) AS headed) AS made;

INSERT INTO document_text (id, document_id, coverage, text, length, sha256, messages, furniture, warnings, since_revision)
SELECT document, document, 'FULL', text, utf16_length(text), encode(sha256(convert_to(text, 'UTF8')), 'hex'), '[]', '[]', '[]', 1
FROM (SELECT document, bench.heading(document) || E'\n\n' || string_agg(paragraph, E'\n\n' ORDER BY passage) AS text
      FROM (SELECT document, passage, string_agg(words, ' ' ORDER BY slot) AS paragraph
            FROM bench.placed WHERE document BETWEEN :first AND :last GROUP BY document, passage) AS paragraphs
      GROUP BY document) AS texts;

INSERT INTO passage (id, text_id, "order", number, start, "end")
SELECT document * 5 - 4 + passage, document, passage, passage + 1, min(start), max(start + length(words))
FROM bench.placed WHERE document BETWEEN :first AND :last GROUP BY document, passage;

INSERT INTO passage_search (passage_id, config, text_id, search)
SELECT document * 5 - 4 + passage, 'english', document, search_vector('english', string_agg(words, ' ' ORDER BY slot))
FROM bench.placed WHERE document BETWEEN :first AND :last GROUP BY document, passage;
