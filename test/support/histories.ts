/**
 * Random histories of a corpus, and whether answers stay as they are: every question at every revision
 * gives the same bytes after any later revision, on another server, and from a restored backup.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import { backupCorpus } from '#src/app/backup/backup-corpus.ts';
import { restoreCorpus } from '#src/app/backup/restore-corpus.ts';
import { importPaths } from '#src/app/import/import-paths.ts';
import { Failure } from '#src/domain/failure.ts';
import {
  ACTOR_KINDS,
  CHANNELS,
  DOCUMENT_KINDS,
  RELEASES,
  STANCES,
} from '#src/domain/vocabulary.ts';
import { readConfig } from '#src/server/config/config.ts';
import { TABLES } from '#src/store/backup/backup-format.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { withPinnedIds } from '#test/schema/loose.ts';
import { createTestHandler, type TestHandler } from './handler.ts';
import { makePlace, type Place } from './place.ts';

const SENTENCES = [
  'We will keep the harbour open.',
  'The quay must close before winter.',
  'Nobody asked the pilots about the tide.',
  'The council may yet change its mind.',
] as const;
const QUOTES = { quotes: [{ quote: SENTENCES[3] }, { quote: SENTENCES[0] }] };
const ACTORS = ['harbour', 'council', 'pilot', 'mayor', 'clerk', 'gazette'] as const;
const PARTIES = ACTORS.slice(0, 2);
const DOCUMENTS = ['paper-1', 'paper-2', 'paper-3'] as const;
const CODERS = ['ann', 'ben'] as const;
const CONDITIONS = ['OPEN', 'CLOSED'] as const;

/** The numbers that a coding is made of: version of the codebook, and the rest. */
type CodingDraw = readonly [version: number, value: number];

/** What a history changes: the parts of a corpus as its files describe them. */
interface Described {
  readonly actors: Record<string, Record<string, unknown>>;
  readonly documents: Record<string, Record<string, unknown>>;
  /** By document and coder: `paper-1/ann`. */
  readonly codings: Record<string, CodingDraw>;
  /** Versions of the one codebook; index 0 is version 1. */
  readonly defaults: boolean[];
  /** What this step withdraws. */
  withdrawn: Record<string, string> | null;
}

/** Numbers from which one change is made. */
type Draw = readonly [kind: number, which: number, field: number, value: number];
/** Revisions, each with its changes. */
type History = readonly (readonly Draw[])[];

const number = fc.nat(59);
export const HISTORIES: fc.Arbitrary<History> = fc.array(
  fc.array(fc.tuple(number, number, number, number), { minLength: 1, maxLength: 4 }),
  { minLength: 2, maxLength: 4 },
);

function pick<Item>(items: readonly Item[], at: number): Item {
  return items[at % items.length] as Item;
}

function day(value: number): string {
  return `20${String(10 + (value % 3)).padStart(2, '0')}-0${1 + (value % 9)}-1${value % 10}`;
}

/** Optional values: what is left out stays as it is stored. */
function actorField(slug: string, field: number, value: number): Record<string, unknown> {
  return pick(
    [
      { name: `The ${slug} ${value % 3}` },
      { kind: pick(ACTOR_KINDS, value) },
      { description: `Called ${slug} in year ${value}.` },
      { aliases: [`Old ${slug}`, `${slug} of ${value % 4}`] },
      {
        affiliations: PARTIES.includes(slug as 'harbour')
          ? []
          : [
              {
                organisation: pick(PARTIES, value),
                role: `member ${value % 2}`,
                ...(value % 3 > 0 && { from: '2010-06-01' }),
              },
            ],
      },
    ],
    field,
  );
}

function documentField(index: number, field: number, value: number): Record<string, unknown> {
  const author = pick(ACTORS, value);
  return pick(
    [
      { title: value % 5 ? `Report ${value % 4} on the ${pick(['quay', 'tide'], value)}` : null },
      { kind: pick(DOCUMENT_KINDS, value) },
      { createdAt: pick(['2020-05-16', '2024', '2023-05', '2022-07-18T10:30Z', null], value) },
      { release: pick(RELEASES, value) },
      { provenance: `Found in box ${value}.`, origin: `Office ${value % 2}` },
      { authors: [{ name: `As written ${value % 2}`, ...(value % 4 > 0 && { actor: author }) }] },
      { excerpts: [...SENTENCES, ...(value % 2 ? [`A sentence of its own, ${value}.`] : [])] },
      index > 0 ? { enclosedBy: DOCUMENTS[0] } : { language: pick(['en', 'de'], value) },
    ],
    field,
  );
}

/** The last who speaks is the author of the document, if there is one. */
function attributionTo(holder: string, author: string | null) {
  const own = { speaker: holder, channel: 'PUBLIC' };
  return author === null || author === holder
    ? [own]
    : [own, { speaker: author, channel: 'PUBLIC', audience: ['mayor'] }];
}

/** A coding, all of which follows from numbers. */
function coding(
  document: string,
  coder: string,
  version: number,
  value: number,
  author: string | null,
) {
  // Sometimes none: the coder found nothing.
  const statements = SENTENCES.slice(0, value % 4).map((quote, i) => {
    const isDenial = i === 2 && value % 2 === 0; // Of the first, on the same condition.
    const holder = pick(ACTORS, isDenial ? value : value + i);
    return {
      id: `said-${i}`,
      holder,
      ...(value % 3 === 1 && holder !== 'council' && { onBehalfOf: 'council' }),
      ...(isDenial && { modality: 'DENIED', disputes: 'said-0' }),
      statedOn: pick([day(value + i), '2011', '2010-05'], value),
      onOrBefore: value % 7 === 0,
      channel: pick(CHANNELS, value + i),
      wording: 'VERBATIM',
      ...(value % 4 === 1 && i === 0 ? QUOTES : { quote }),
      attribution: attributionTo(holder, author),
      positions: [
        {
          condition: pick(CONDITIONS, value + i),
          stance: pick(STANCES, value * 7 + i),
          summary: `Summary ${value} of sentence ${i}.`,
        },
      ],
    };
  });
  const status = value % 2 ? 'SETTLED' : 'PROVISIONAL';
  return { document, codebook: 'quay', version, coder, status, statements };
}

function codebook(version: number, isDefault: boolean) {
  return {
    codebook: 'quay',
    version,
    default: isDefault,
    title: `Quay ${version}`,
    description: 'Who wants what.',
    stances: STANCES.map((stance) => ({ stance, definition: `${stance} it` })),
    conditions: CONDITIONS.map((code) => ({
      code,
      kind: 'PRINCIPLE',
      title: `The quay is ${code.toLowerCase()} (${version})`,
      proposition: `The quay is ${code}.`,
      indicatorTerms: ['quay', 'tide', 'council'],
    })),
  };
}

function beginning(): Described {
  return {
    actors: Object.fromEntries(
      ACTORS.map((slug) => [slug, { slug, name: `The ${slug}`, kind: 'ORGANISATION' }]),
    ),
    documents: Object.fromEntries(
      DOCUMENTS.slice(0, 2).map((reference, i) => [
        reference,
        { reference, kind: 'LETTER', createdAt: `2020-0${i + 1}`, excerpts: [...SENTENCES] },
      ]),
    ),
    codings: { 'paper-1/ann': [1, 3] },
    defaults: [true],
    withdrawn: null,
  };
}

/** Makes one change. */
function change(described: Described, [kind, which, field, value]: Draw): void {
  const { actors, documents, codings, defaults } = described;
  if (kind % 7 === 6) {
    // What is withdrawn in one step is described again in the next.
    const document = pick(Object.keys(documents), which);
    described.withdrawn = field % 2 ? { document } : { document, coder: pick(CODERS, value) };
  } else if (kind % 7 < 2) {
    const slug = pick(ACTORS, which);
    actors[slug] = { ...actors[slug], ...actorField(slug, field, value) };
  } else if (kind % 7 < 4) {
    const index = which % DOCUMENTS.length;
    const reference = pick(DOCUMENTS, index);
    const before = documents[reference] ?? { reference, kind: 'OTHER', excerpts: [...SENTENCES] };
    documents[reference] = { ...before, ...documentField(index, field, value) };
  } else if (kind % 7 === 4) {
    const document = pick(Object.keys(documents), which);
    const coder = pick(CODERS, field);
    const version = 1 + (value % defaults.length);
    codings[`${document}/${coder}`] = [version, value];
  } else if (defaults.length < 2) {
    defaults.push(value % 2 === 1);
    if (value % 2 === 1) defaults[0] = false;
  } else {
    defaults[0] = value % 2 === 0;
    defaults[1] = value % 3 === 1 && value % 2 === 1;
  }
}

/** The files that describe it. */
function filesOf(described: Described): Record<string, string> {
  const { actors, documents, codings, defaults, withdrawn } = described;
  if (withdrawn !== null) {
    const withdrawals = [{ ...withdrawn, reason: 'played' }];
    return { 'withdrawals.yaml': stringify({ withdrawals }) };
  }
  const parts: (readonly [string, unknown])[] = [
    ['actors', { actors: Object.values(actors) }],
    ...Object.entries(documents),
    ...Object.entries(codings).map(([key, [version, value]]) => {
      const [document = '', coder = ''] = key.split('/');
      const [author] = (documents[document]?.['authors'] ?? []) as { actor?: string }[];
      return [
        `${document}-by-${coder}`,
        coding(document, coder, version, value, author?.actor ?? null),
      ] as const;
    }),
    ...defaults.map((isDefault, i) => [`codebook-${i + 1}`, codebook(i + 1, isDefault)] as const),
  ];
  return Object.fromEntries(parts.map(([name, value]) => [`${name}.yaml`, stringify(value)]));
}

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
    affiliations { kind role organisation { id name } } members { member { name } }
    party(on: "2010-07-01") { name } } }`,
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
