import type { Client } from 'pg';

/** What must find nothing: the rules that were set aside while the corpus was written. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'positions without as many attribution steps as they count retellings': `
    SELECT 1 FROM position
    LEFT JOIN (SELECT position_id, count(*) AS steps FROM attribution_step GROUP BY 1) AS told ON position_id = id
    WHERE steps IS DISTINCT FROM retellings + 1`,
  'positions without evidence': `
    SELECT 1 FROM position WHERE NOT EXISTS (SELECT FROM evidence WHERE position_id = position.id)`,
  'evidence that is not verbatim, of one position in a hundred': `
    SELECT 1 FROM evidence JOIN document_text ON document_text.id = text_id
    WHERE position_id % 101 = 1 AND (exact <> utf16_slice(text, start, "end")
      OR prefix <> utf16_slice(text, start - utf16_length(prefix), start)
      OR suffix <> utf16_slice(text, "end", "end" + utf16_length(suffix)))`,
  'evidence outside its passage': `
    SELECT 1 FROM evidence LEFT JOIN passage ON passage.id = passage_id
    WHERE (passage.text_id = evidence.text_id AND passage.start <= evidence.start
      AND evidence."end" <= passage."end") IS NOT TRUE`,
  'evidence of another document than its position': `
    SELECT 1 FROM evidence JOIN position ON position.id = position_id
    JOIN document_text ON document_text.id = text_id
    WHERE document_text.document_id <> position.document_id`,
  'passages beyond their text': `
    SELECT 1 FROM passage JOIN document_text ON document_text.id = text_id WHERE "end" > length`,
};

/** Fails on a corpus that the project itself would not have stored. */
export async function verifyCorpus(db: Client): Promise<void> {
  // Any error that the project's own check of a position makes is one too.
  await db.query('SELECT assert_proven(id) FROM position WHERE id % 101 = 1');
  const foreignKeys = await db.query<{ question: string; name: string }>(`
    SELECT conname AS name, format('SELECT 1 FROM %s AS child WHERE child.%I IS NOT NULL AND NOT EXISTS
      (SELECT FROM %s AS parent WHERE parent.%I = child.%I)',
      conrelid::regclass, child.attname, confrelid::regclass, parent.attname, child.attname) AS question
    FROM pg_constraint
    JOIN pg_attribute AS child ON child.attrelid = conrelid AND child.attnum = conkey[1]
    JOIN pg_attribute AS parent ON parent.attrelid = confrelid AND parent.attnum = confkey[1]
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  const all = [
    ...Object.entries(QUESTIONS),
    ...foreignKeys.rows.map(({ name, question }) => [`rows that break ${name}`, question] as const),
  ];
  for (const [what, question] of all) {
    const { rowCount } = await db.query(`${question} LIMIT 1`);
    if (rowCount !== 0) throw new Error(`The corpus made has ${what}.`);
  }
}
