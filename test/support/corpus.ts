import { afterAll, beforeAll } from 'vitest';
import { createHandler } from '#src/server/create-handler.ts';
import { openStore, type Store } from '#src/store/open-store.ts';
import { makePlace, type Place } from './place.ts';

export interface TestCorpus {
  readonly store: Store;
  readonly place: Place;
  /** Statements sent to the database since the last call. */
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

/** A seeded corpus of its own for a test file, opened before its tests and removed after them. */
export function useCorpus(): TestCorpus {
  const opened: { value: TestCorpus | null } = { value: null };
  beforeAll(async () => {
    opened.value = await openTestCorpus();
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

async function openTestCorpus(): Promise<TestCorpus> {
  const place = await makePlace('seeded');
  let queries: string[] = [];
  const store = await openStore({ ...place.options, onQuery: (sql) => queries.push(sql) });
  const handler = createHandler(store);
  return {
    store,
    place,
    takeQueries: () => {
      const taken = queries;
      queries = [];
      return taken;
    },
    ask: async (query, variables) => {
      const response = await handler.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
  };
}
