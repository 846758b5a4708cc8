/**
 * Plays random histories, to see whether answers stay as they are: every question at every revision
 * gives the same bytes after any later revision, on another server, and from a restored backup.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { backupCorpus } from '#src/app/backup/backup-corpus.ts';
import { restoreCorpus } from '#src/app/backup/restore-corpus.ts';
import { importPaths } from '#src/app/import/import-paths.ts';
import { Failure } from '#src/domain/failure.ts';
import { readConfig } from '#src/server/config/config.ts';
import { TABLES } from '#src/store/backup/backup-format.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { withPinnedIds } from '#test/schema/loose.ts';
import { createTestHandler, type TestHandler } from './handler.ts';
import { beginning, change, filesOf, type History } from './histories.ts';
import { makePlace, type Place } from './place.ts';

const ACTOR = 'id slug name kind description aliases';
const POSITION = `id stance summary statedOn statedOnPrecision channel status coder counting coding { id status counting }
  holder { id name } party { id name } partyCertain onBehalfOf { id name } condition { id code title codebook { id version isDefault } }
  document { id title } evidence { exact start end passage { start } document { title } }
  attribution { order speaker { name } audience { name } } since { number message }`;
const CELL =
  'count documentCount uncertainPartyCount median mean agreement publicPrivateGap latest { id } earliest { id }';

/** Every question, at revision `$r`; and the same without a revision. */
export const QUESTIONS = [
  `actors(first: 50, revision: $r) { totalCount citation { text } nodes { ${ACTOR} heldCount
    affiliations { kind role from fromPrecision organisation { id name } } members { member { name } }
    party(on: "2010-07-01") { name } partyCertain(on: "2010-07-01") } }`,
  `documents(first: 50, revision: $r) { totalCount nodes { id reference title kind createdAt release authorPartyCertain
    provenance origin language correspondents { role asWritten actor { id name } } enclosedBy { title }
    enclosures { reference title } text textCoverage passages { start end } since { number } } }`,
  `positions(first: 100, revision: $r) { totalCount citation { title queryHash } edges { cursor } nodes { ${POSITION} } }`,
  `everyCoding: positions(first: 100, filter: { codings: ALL }, revision: $r) { totalCount nodes { ${POSITION} } }`,
  `codings(first: 50, revision: $r) { totalCount citation { title queryHash } edges { cursor } nodes { id coder status counting
    document { id title codings { id } } codebook { id version } positions { totalCount nodes { id status } } since { number } } }`,
  `codebooks(revision: $r) { nodes { id slug version isDefault conditions { id code title } } }`,
  `actor(slug: "mayor", revision: $r) { ${ACTOR} }`,
  `document(reference: "paper-3", revision: $r) { id title positions { totalCount } }`,
  `search(query: "quay OR mayor", first: 30, revision: $r) { totalCount nodes { score snippet subject { __typename
    ... on Actor { name } ... on Document { title } ... on Position { summary } } } }`,
  `comparison(actors: ["harbour", "council", "mayor"], revision: $r) { revision
    citation { text url queryHash } unsettledDocumentCount rows { actor { id name } cells { condition { code } ${CELL} } }
    gaps { condition { code } actor { name } documents { nodes { title } } }
    divergences { a { name } b { name } distance overlap } }`,
  `filtered: comparison(groupBy: PARTY, filter: { documentKinds: [LETTER, CABLE], reportedBy: ["gazette", "council"] },
    revision: $r) { rows { actor { name } cells { ${CELL} } } }`,
  `timeline(actor: "council", condition: "OPEN", revision: $r) { actor { name } unsettledDocumentCount
    moments { nodes { mixed positions { nodes { id } } } } shifts { nodes { certain } } }`,
  `discrepancies(actor: "council", within: 400, revision: $r) { unsettledDocumentCount pairs(first: 20) { totalCount nodes { kinds a { id summary } b { id } } } }`,
  `reliability(revision: $r) { coders documentCount overall { unitCount ordinal { value } } }`,
  `formulations(condition: "CLOSED", revision: $r) { unsettledDocumentCount parties { actor { name } formulations { nodes { words } } } }`,
  `network(groupBy: PARTY, revision: $r) { unsettledDocumentCount nodes { key subject { ... on Actor { name } } } edges { weight } }`,
] as const;

/** A server of its own: nothing of the corpus is in its memory yet. */
function serverOn(store: Store): TestHandler {
  return createTestHandler(store, readConfig({ DEMARCHE_PUBLIC_URL: 'https://demarche.example' }));
}

async function post(server: TestHandler, query: string, variables: object): Promise<string> {
  const response = await server.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

/** The answers to all questions at a revision, as they are sent. */
function answersAt(server: TestHandler, revision: number): Promise<readonly string[]> {
  return Promise.all(
    QUESTIONS.map((question) => post(server, `query ($r: Int) { ${question} }`, { r: revision })),
  );
}

/** The same without the number of the latest revision, but with IDs as if it had been named. */
async function latestAnswers(server: TestHandler, revision: number): Promise<readonly string[]> {
  const answers = await Promise.all(
    QUESTIONS.map((question) => post(server, `query ($r: Int) { ${question} }`, { r: null })),
  );
  return answers.map((answer) => JSON.stringify(withPinnedIds(JSON.parse(answer), revision)));
}

/** What a run of histories has done. */
export interface Played {
  revisions: number;
  refused: number;
  /** Answers that were compared with what was recorded. */
  compared: number;
  restored: number;
  /** Answers with errors. */
  failed: number;
}

/** Plays histories, one after the other, in a place of their own. */
export async function createPlayer() {
  const place = await makePlace('empty');
  const store = await openStore({ ...place.options, access: 'shared' });
  const other = await openStore({ ...place.options, access: 'join' });
  const played: Played = { revisions: 0, refused: 0, compared: 0, restored: 0, failed: 0 };

  const expectSame = async (
    server: TestHandler,
    recorded: ReadonlyMap<number, readonly string[]>,
  ): Promise<void> => {
    for (const [revision, answers] of recorded) {
      const now = await answersAt(server, revision);
      for (const [i, answer] of answers.entries())
        expect(now[i], `revision ${revision}: ${QUESTIONS[i]}`).toBe(answer);
      played.compared += answers.length;
    }
  };

  const play = async (history: History): Promise<void> => {
    await store.sql(
      `TRUNCATE ${TABLES.map((table) => `"${table}"`).join(', ')} RESTART IDENTITY CASCADE`,
    );
    const writer = serverOn(store);
    const folder = await mkdtemp(join(tmpdir(), 'demarche-history-'));
    const recorded = new Map<number, readonly string[]>();
    const described = beginning();
    for (const [step, draws] of [[], ...history].entries()) {
      described.withdrawn = null;
      for (const draw of draws) change(described, draw);
      await rm(folder, { recursive: true });
      await writeFiles(filesOf(described), folder);
      const note = { author: 'a historian', message: `step ${step}`, dryRun: false };
      let written: number | null = null;
      try {
        written = (await importPaths(store, { paths: [folder], ...note })).revision;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        played.refused += 1;
      }
      if (written === null) continue;
      await expectSame(writer, recorded);
      const answers = await answersAt(writer, written);
      expect(await latestAnswers(writer, written)).toEqual(answers);
      recorded.set(written, answers);
      played.revisions += 1;
      played.failed += answers.filter((answer) => answer.includes('"errors"')).length;
    }
    await expectSame(serverOn(other), recorded);
    await rm(folder, { recursive: true });
    if (played.restored * 40 < played.revisions) {
      await expectRestored(store, (restored) => expectSame(serverOn(restored), recorded));
      played.restored += 1;
    }
  };
  const close = async (): Promise<void> => {
    await other.close();
    await store.close();
    await place.remove();
  };
  return { play, played, close };
}

/** Restores a backup of the store elsewhere. */
async function expectRestored(
  store: Store,
  look: (restored: Store) => Promise<void>,
): Promise<void> {
  const place: Place = await makePlace('empty');
  const file = join(place.options.dataFolder, 'history.backup');
  await backupCorpus(store, file, () => {}, AbortSignal.timeout(60_000));
  await restoreCorpus({ file, store: place.options });
  const restored = await openStore(place.options);
  await look(restored);
  await restored.close();
  await place.remove();
  await rm(place.options.dataFolder, { recursive: true, force: true });
}
