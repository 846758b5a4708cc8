/**
 * Peer, and the limit: one loop over typed arrays that hold the answer's own terms (the party of
 * each position settled beforehand, rows in order of document), with nothing around it.
 */
import { Client } from 'pg';
import { answerJson } from './answer-json.ts';

interface Question {
  readonly parties: readonly string[];
  readonly filter: {
    readonly statedFrom?: string;
    readonly statedTo?: string;
    readonly channels?: readonly string[];
    readonly maxRetellings?: number;
    readonly wordings?: readonly string[];
    readonly documentKinds?: readonly string[];
    readonly releases?: readonly string[];
    readonly reportedBy?: readonly string[];
  };
}

const db = new Client(process.env['DATABASE_URL'] ?? '');
await db.connect();
const size = Number((await db.query('SELECT count(*) AS n FROM bench.fact')).rows[0].n);
const slugs = (await db.query<{ slug: string }>('SELECT slug FROM actor ORDER BY id')).rows;
const codes = (await db.query<{ code: string }>('SELECT code FROM condition ORDER BY id')).rows;
const words: Record<string, readonly string[]> = {};
for (const name of ['Channel', 'Wording', 'DocumentKind', 'Release']) {
  const { rows } = await db.query(`SELECT enum_range(NULL::"${name}")::text[] AS words`);
  words[name] = rows[0].words;
}
const party = new Int16Array(size);
const condition = new Int8Array(size);
const document = new Int32Array(size);
const stance = new Int8Array(size);
const day = new Int32Array(size);
const retellings = new Uint8Array(size);
const channel = new Uint8Array(size);
const wording = new Uint8Array(size);
const kind = new Uint8Array(size);
const release = new Uint8Array(size);
const author = new Int16Array(size);
await load();
await db.end();

async function load(): Promise<void> {
  let row = 0;
  await db.query(`BEGIN; DECLARE facts CURSOR FOR
    SELECT party_id, condition_id, document_id, stance, stated_on - DATE '1970-01-01', retellings,
      array_position(enum_range(NULL::"Channel"), channel) - 1,
      array_position(enum_range(NULL::"Wording"), wording) - 1,
      array_position(enum_range(NULL::"DocumentKind"), kind) - 1,
      array_position(enum_range(NULL::"Release"), release) - 1, coalesce(author_party_id, 0)
    FROM bench.fact ORDER BY document_id`);
  const columns = [
    party,
    condition,
    document,
    stance,
    day,
    retellings,
    channel,
    wording,
    kind,
    release,
    author,
  ];
  while (row < size) {
    const text = 'FETCH 20000 FROM facts';
    const { rows } = await db.query<number[]>({ text, rowMode: 'array' });
    for (const values of rows) {
      for (const [i, column] of columns.entries()) column[row] = values[i] ?? 0;
      row += 1;
    }
  }
  await db.query('COMMIT');
}

/** 1 where a word is asked for; all 1 where none is. */
function wanted(name: string, chosen: readonly string[] | undefined): Uint8Array {
  return Uint8Array.from(words[name] ?? [], (word) => Number(chosen?.includes(word) ?? true));
}

const LEVELS = 5;
const dayOf = (date: string | undefined, otherwise: number): number =>
  date === undefined ? otherwise : Date.parse(date) / 86_400_000;

await answerJson(async (question) => {
  const { parties, filter } = question as Question;
  const rowOf = new Int16Array(slugs.length + 1).fill(-1);
  for (const [i, slug] of parties.entries()) {
    rowOf[slugs.findIndex((actor) => actor.slug === slug) + 1] = i;
  }
  const reporter = new Uint8Array(slugs.length + 1);
  for (const slug of filter.reportedBy ?? []) {
    reporter[slugs.findIndex((actor) => actor.slug === slug) + 1] = 1;
  }
  const everyAuthor = filter.reportedBy === undefined;
  const [from, to] = [dayOf(filter.statedFrom, -1e9), dayOf(filter.statedTo, 1e9)];
  const most = filter.maxRetellings ?? 255;
  const channels = wanted('Channel', filter.channels);
  const wordings = wanted('Wording', filter.wordings);
  const kinds = wanted('DocumentKind', filter.documentKinds);
  const releases = wanted('Release', filter.releases);
  const width = codes.length;
  const cells = parties.length * width;
  const counts = new Int32Array(cells * LEVELS);
  const documents = new Int32Array(cells);
  const last = new Int32Array(cells).fill(-1);
  for (let row = 0; row < size; row += 1) {
    const line = rowOf[party[row] ?? 0] ?? -1;
    if (line < 0) continue;
    const on = day[row] ?? 0;
    if (on < from || on > to || (retellings[row] ?? 0) > most) continue;
    if (channels[channel[row] ?? 0] === 0 || wordings[wording[row] ?? 0] === 0) continue;
    if (kinds[kind[row] ?? 0] === 0 || releases[release[row] ?? 0] === 0) continue;
    if (!everyAuthor && reporter[author[row] ?? 0] === 0) continue;
    const cell = line * width + (condition[row] ?? 1) - 1;
    const level = cell * LEVELS + 2 - (stance[row] ?? 0);
    counts[level] = (counts[level] ?? 0) + 1;
    const found = document[row] ?? 0;
    if (last[cell] !== found) {
      last[cell] = found;
      documents[cell] = (documents[cell] ?? 0) + 1;
    }
  }
  return Array.from({ length: cells }, (_, cell) => {
    const n = [...counts.subarray(cell * LEVELS, (cell + 1) * LEVELS)];
    const [upholds = 0, qualifies = 0, noncommittal = 0, resists = 0, rejects = 0] = n;
    const count = upholds + qualifies + noncommittal + resists + rejects;
    return {
      party: parties[Math.floor(cell / width)],
      condition: codes[cell % width]?.code,
      count,
      document_count: documents[cell],
      upholds,
      qualifies,
      noncommittal,
      resists,
      rejects,
      median:
        count === 0
          ? null
          : (valueAt(n, Math.floor((count - 1) / 2)) + valueAt(n, Math.floor(count / 2))) / 2,
      mean: count === 0 ? null : (2 * upholds + qualifies - resists - 2 * rejects) / count,
    };
  });
});

/** The value of the stance at a rank from the lowest, of counts from the highest level down. */
function valueAt(counts: readonly number[], rank: number): number {
  let passed = 0;
  for (let level = LEVELS - 1; level >= 0; level -= 1) {
    passed += counts[level] ?? 0;
    if (rank < passed) return 2 - level;
  }
  return 0;
}
