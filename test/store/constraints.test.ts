import { describe, expect, it } from 'vitest';
import { useOwnCorpus } from '#test/support/corpus.ts';

/** Invalid statements sent directly to the database, and the error of each. */
const FORBIDDEN: readonly (readonly [string, string, RegExp])[] = [
  [
    'evidence that differs from the text',
    `UPDATE evidence SET exact = 'x' || substr(exact, 2) WHERE exact NOT LIKE 'x%'`,
    /is not what text \d+ says/,
  ],
  [
    'evidence shifted by one character',
    'UPDATE evidence SET start = start + 1, "end" = "end" + 1',
    /is not what text/,
  ],
  [
    'empty evidence',
    'UPDATE evidence SET "end" = start',
    /is not what text|evidence_offsets_check/,
  ],
  [
    'evidence outside its passage',
    `UPDATE evidence SET passage_id = (SELECT passage.id FROM passage
       WHERE passage.text_id = evidence.text_id AND passage."end" <= evidence.start LIMIT 1)
     WHERE EXISTS (SELECT FROM passage WHERE passage.text_id = evidence.text_id AND passage."end" <= evidence.start)`,
    /does not lie in passage/,
  ],
  [
    'evidence in a passage of another document',
    `UPDATE evidence SET passage_id = (SELECT max(id) FROM passage WHERE text_id <> evidence.text_id)`,
    /does not lie in passage/,
  ],
  [
    'more retellings than attribution steps',
    'UPDATE position SET retellings = retellings + 1',
    /counts \d+ retellings, which its attribution does not bear out/,
  ],
  [
    'a negative number of retellings',
    'UPDATE position SET retellings = -1',
    /position_retellings_check/,
  ],
  [
    'a position without evidence',
    `INSERT INTO position (key, condition_id, holder_id, stance, stated_on, stated_on_precision, on_or_before,
       channel, wording, modality, retellings, summary, document_id, coding_id, confidence, since_revision)
     SELECT key || '-copy', condition_id, holder_id, stance, stated_on, stated_on_precision, on_or_before,
       channel, wording, modality, retellings, summary, document_id, coding_id, confidence, since_revision
     FROM position LIMIT 1`,
    /has no evidence/,
  ],
  [
    'two current versions of one position',
    `INSERT INTO revision (number, author, message) VALUES (900, 'a', 'b');
     INSERT INTO position (key, condition_id, holder_id, stance, stated_on, stated_on_precision, on_or_before,
       channel, wording, modality, retellings, summary, document_id, coding_id, confidence, since_revision)
     SELECT key, condition_id, holder_id, stance, stated_on, stated_on_precision, on_or_before,
       channel, wording, modality, retellings, summary, document_id, coding_id, confidence, 900
     FROM position LIMIT 1`,
    /position_one_current/,
  ],
  [
    'a position in the coding of another document',
    'UPDATE position SET coding_id = (SELECT max(id) FROM coding WHERE document_id <> position.document_id)',
    /is of another document or codebook than its coding/,
  ],
  [
    'a changed version of a coding',
    `UPDATE coding_version SET status = CASE status WHEN 'SETTLED' THEN 'PROVISIONAL' ELSE 'SETTLED' END::"PositionStatus"`,
    /a version in coding_version never changes/,
  ],
  [
    'two current versions of one coding',
    `INSERT INTO revision (number, author, message) VALUES (900, 'a', 'b');
     INSERT INTO coding_version (coding_id, status, since_revision)
     SELECT coding_id, status, 900 FROM coding_version LIMIT 1`,
    /coding_version_one_current/,
  ],
  [
    'two codings of one document by one coder and codebook',
    'INSERT INTO coding (document_id, codebook_id, coder) SELECT document_id, codebook_id, coder FROM coding LIMIT 1',
    /coding_document_id_codebook_id_coder_key/,
  ],
  ['a position without a summary', `UPDATE position SET summary = ''`, /position_summary_check/],
  [
    'a version that ends in the revision in which it starts',
    'UPDATE position SET until_revision = since_revision',
    /position_revisions_check/,
  ],
  [
    'a passage that ends after the text',
    `INSERT INTO passage (text_id, "order", start, "end") SELECT min(id), 9999, 0, 10000000 FROM document_text`,
    /ends at 10000000, but the text at/,
  ],
  [
    'a passage that ends before it starts',
    `INSERT INTO passage (text_id, "order", start, "end") SELECT min(id), 9999, 2, 1 FROM document_text`,
    /passage_offsets_check/,
  ],
  ['a moved passage', 'UPDATE passage SET start = start + 1', /is immutable/],
  ['deletion of the evidence of a position', 'DELETE FROM evidence', /has no evidence/],
  [
    'deletion of an attribution step',
    `DELETE FROM attribution_audience;
     DELETE FROM attribution_step WHERE "order" = 2`,
    /which its attribution does not bear out/,
  ],
  [
    'an additional attribution step',
    `INSERT INTO attribution_step (position_id, "order", speaker_id, channel)
     SELECT position_id, 99, speaker_id, channel FROM attribution_step LIMIT 1`,
    /which its attribution does not bear out/,
  ],
  ['a changed document text', `UPDATE document_text SET text = text || '.'`, /is immutable/],
  [
    'a text with a wrong checksum',
    `UPDATE document_text SET sha256 = repeat('0', 64)`,
    /document_text_sha256_check/,
  ],
  [
    'a text with a wrong length',
    'UPDATE document_text SET length = length + 1',
    /document_text_length_check/,
  ],
  [
    'a changed codebook in use',
    `UPDATE codebook SET description = 'other rules'`,
    /is in use and cannot change/,
  ],
  [
    'a changed condition in use',
    `UPDATE condition SET proposition = 'something else'`,
    /is in use and cannot change/,
  ],
  [
    'deletion of a stance level in use',
    `DELETE FROM stance_level WHERE stance = 'REJECTS'`,
    /is in use and cannot change/,
  ],
  [
    'a second default codebook of one revision',
    'INSERT INTO codebook_default SELECT since_revision, codebook_id FROM codebook_default',
    /codebook_default_pkey/,
  ],
  [
    'a changed version of an actor',
    `UPDATE actor_version SET name = 'Somebody else'`,
    /a version in actor_version never changes/,
  ],
  [
    'a changed version of a header',
    `UPDATE document_version SET title = 'Something else'`,
    /a version in document_version never changes/,
  ],
  [
    'two current versions of one header',
    `INSERT INTO revision (number, author, message) VALUES (900, 'a', 'b');
     INSERT INTO document_version (document_id, kind, release, since_revision)
     SELECT document_id, kind, release, 900 FROM document_version LIMIT 1`,
    /document_version_one_current/,
  ],
  ['a slug in upper case', `UPDATE actor SET slug = upper(slug)`, /actor_slug_check/],
  [
    'a reference with white space',
    `UPDATE document SET reference = reference || ' x'`,
    /document_reference_check/,
  ],
  [
    'two documents with the same reference',
    `UPDATE document SET reference = 'SAME'`,
    /document_reference_key/,
  ],
  [
    'a document date that is not ISO 8601',
    headerWith("'27 Feb 2007', '2007-02-27', NULL"),
    /document_version_created_check/,
  ],
  [
    'a document date without its first day',
    headerWith("'2007-02-27', NULL, NULL"),
    /document_version_created_check/,
  ],
  [
    'a document that encloses itself',
    headerWith('NULL, NULL, document_id'),
    /document_version_enclosure_check/,
  ],
  [
    'an affiliation that ends before it starts',
    `UPDATE affiliation SET started_on = '2009-01-01', ended_on = '2008-01-01'`,
    /affiliation_dates_check/,
  ],
  [
    'an actor that is part of itself',
    'UPDATE affiliation SET organisation_id = member_id',
    /affiliation_self_check/,
  ],
  ['deletion of an actor with positions', 'DELETE FROM actor', /_fkey/],
  [
    'a stance outside the scale',
    `UPDATE position SET stance = 'SHRUGS'`,
    /invalid input value for enum/,
  ],
];

describe('database constraints', () => {
  const corpus = useOwnCorpus();

  it.each(FORBIDDEN)('reject %s', async (_what, statements, complaint) => {
    const { prisma } = corpus.store;
    const before = await prisma.position.count({ where: { untilRevision: null } });

    const refused = prisma.$transaction(async (tx) => {
      for (const statement of statements.split(';\n')) await tx.$executeRawUnsafe(statement);
      // Checks the deferred constraints now instead of at the end of the transaction.
      await tx.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE');
    });

    await expect(refused).rejects.toThrow(complaint);
    expect(await prisma.position.count({ where: { untilRevision: null } })).toBe(before);
  });
});

/** A statement that inserts a version of a header with these values. */
function headerWith(createdAtOnAndEnclosedBy: string): string {
  return `INSERT INTO document_version (document_id, kind, release, since_revision, until_revision,
      created_at, created_on, enclosed_by_id)
    SELECT document_id, kind, release, 0, 1, ${createdAtOnAndEnclosedBy} FROM document_version`;
}
