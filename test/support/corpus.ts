import { afterAll, beforeAll, inject } from 'vitest';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { createTestHandler } from './handler.ts';
import { makePlace, type Place } from './place.ts';

export interface TestCorpus {
  readonly store: Store;
  readonly place: Place;
  /**
   * Statements sent to the database since the last call, but for the question which revision is the
   * latest: whether it is put depends on how long ago it was.
   */
  readonly takeQueries: () => readonly string[];
  /** Asks the GraphQL API as a client would, over HTTP's request and response. */
  readonly ask: (query: string, variables?: object) => Promise<Answer>;
}

export interface Answer {
  // Answers have the shape of the query, which only its test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly input?: readonly (string | number)[] };
  }[];
}

/** Settings with which a command joins the corpus that all test files share, for reading only. */
export function sharedEnvironment(): Readonly<Record<string, string>> {
  const { databaseUrl, dataFolder } = inject('shared');
  return databaseUrl ? { DATABASE_URL: databaseUrl } : { DEMARCHE_DATA: dataFolder };
}

/** The seeded corpus that all test files share, for reading only. */
export function useCorpus(): Omit<TestCorpus, 'place'> {
  return use(async () => {
    const shared = inject('shared');
    return openOn({ options: shared, environment: {}, remove: () => Promise.resolve() }, 'join');
  });
}

/** A seeded corpus of a test file's own, to write to and to spoil. */
export function useOwnCorpus(): TestCorpus {
  return use(async () => openOn(await makePlace('seeded')));
}

/** Opens a corpus before the tests of a file and closes it after them. */
function use(open: () => Promise<TestCorpus>): TestCorpus {
  const opened: { value: TestCorpus | null } = { value: null };
  beforeAll(async () => {
    opened.value = await open();
  });
  afterAll(async () => {
    await opened.value?.store.close();
    await opened.value?.place.remove();
  });
  const now = (): TestCorpus => {
    if (opened.value === null) throw new Error('the corpus is open only while tests run');
    return opened.value;
  };
  return {
    get store() {
      return now().store;
    },
    get place() {
      return now().place;
    },
    takeQueries: () => now().takeQueries(),
    ask: (query, variables) => now().ask(query, variables),
  };
}

async function openOn(place: Place, access?: 'join'): Promise<TestCorpus> {
  let queries: string[] = [];
  const onQuery = (sql: string): void => {
    if (!sql.includes('max(number)')) queries.push(sql);
  };
  const store = await openStore({ ...place.options, onQuery, ...(access && { access }) });
  const handler = createTestHandler(store);
  return {
    store,
    place,
    takeQueries: () => {
      const taken = queries;
      queries = [];
      return taken;
    },
    ask: async (query, variables) => {
      const response = await handler.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
  };
}
