/** Peer: comparisons by GROUP BY in PostgreSQL, asked with the plain driver and sent as JSON. */
import { Pool } from 'pg';
import { answerJson } from './answer-json.ts';

interface Question {
  readonly parties: readonly string[];
  readonly filter: Readonly<Record<string, unknown>>;
}

const pool = new Pool({ connectionString: process.env['DATABASE_URL'] ?? '', max: 8 });

await answerJson(async (question) => {
  const { parties, filter } = question as Question;
  const given = (name: string): unknown => filter[name] ?? null;
  const { rows } = await pool.query({
    name: 'compare',
    text: `SELECT * FROM bench.compare($1, $2, $3, $4::text[]::"Channel"[], $5, $6::text[]::"Wording"[],
      $7::text[]::"DocumentKind"[], $8::text[]::"Release"[], $9)`,
    values: [
      parties,
      given('statedFrom'),
      given('statedTo'),
      given('channels'),
      given('maxRetellings'),
      given('wordings'),
      given('documentKinds'),
      given('releases'),
      given('reportedBy'),
    ],
  });
  return rows;
});
