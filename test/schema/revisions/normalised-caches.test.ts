/** Clients that keep objects by their IDs show an older revision and the latest side by side. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#test/server/test-server.ts';
import { useRecodedCorpus } from './recoded-corpus.ts';

const FIELDS = '{ __typename nodes { __typename id stance holder { __typename id name } } }';
const ARGUMENTS = 'actors: ["united-states"], conditions: ["CONTACT"], first: 100';
const QUERY = `query Both {
  now: positions(${ARGUMENTS}) ${FIELDS}
  then: positions(${ARGUMENTS}, revision: 1) ${FIELDS}
}`;

const scalar = (name: string): object => ({
  kind: 'ScalarField',
  name,
  alias: null,
  args: null,
  storageKey: null,
});
const linked = (
  name: string,
  concreteType: string,
  plural: boolean,
  selections: readonly object[],
  aliasAndArguments: object = { alias: null, args: null },
): object => ({
  kind: 'LinkedField',
  name,
  storageKey: null,
  concreteType,
  plural,
  selections,
  ...aliasAndArguments,
});
const literal = (name: string, value: unknown): object => ({ kind: 'Literal', name, value });
const positions = (alias: string, revision: readonly object[]): object =>
  linked(
    'positions',
    'QueryPositionsConnection',
    false,
    [
      scalar('__typename'),
      linked('nodes', 'Position', true, [
        scalar('__typename'),
        scalar('id'),
        scalar('stance'),
        linked('holder', 'Actor', false, [scalar('__typename'), scalar('id'), scalar('name')]),
      ]),
    ],
    {
      alias,
      args: [
        literal('actors', ['united-states']),
        literal('conditions', ['CONTACT']),
        literal('first', 100),
        ...revision,
      ],
    },
  );
const SELECTIONS = [positions('now', []), positions('then', [literal('revision', 1)])];
/** {@link QUERY} as Relay's compiler writes it. */
const RELAY_QUERY = {
  kind: 'Request',
  fragment: {
    kind: 'Fragment',
    name: 'Both',
    type: 'Query',
    abstractKey: null,
    metadata: null,
    argumentDefinitions: [],
    selections: SELECTIONS,
  },
  operation: {
    kind: 'Operation',
    name: 'Both',
    argumentDefinitions: [],
    selections: SELECTIONS,
  },
  params: {
    name: 'Both',
    id: null,
    cacheID: 'both',
    metadata: {},
    operationKind: 'query',
    text: QUERY,
  },
} as unknown as ConcreteRequest;

/** The stances that a client shows: at the latest revision, and at revision 1. */
type Shown = readonly [now: string, then: string];

interface Answer {
  readonly now: { readonly nodes: readonly { readonly stance: string }[] };
  readonly then: { readonly nodes: readonly { readonly stance: string }[] };
}

function shown({ now, then }: Answer): Shown {
  const [a, b] = [now, then].map(({ nodes }) => nodes.map(({ stance }) => stance).join(' '));
  return [a ?? '', b ?? ''];
}

const CLIENTS: readonly (readonly [string, (url: string) => Promise<Shown>])[] = [
  [
    'Apollo Client',
    async (url) => {
      const client = new ApolloClient({
        cache: new InMemoryCache(),
        link: new HttpLink({ uri: url }),
      });
      await client.query({ query: gql(QUERY) });
      const { data } = await client.query<Answer>({
        query: gql(QUERY),
        fetchPolicy: 'cache-only',
      });
      return shown(data as Answer);
    },
  ],
  [
    'Graphcache',
    async (url) => {
      const client = new Client({
        url,
        exchanges: [cacheExchange({}), fetchExchange],
        preferGetMethod: false,
      });
      await client.query(QUERY, {}).toPromise();
      const kept = await client.query(QUERY, {}, { requestPolicy: 'cache-only' }).toPromise();
      return shown(kept.data as Answer);
    },
  ],
  [
    'Relay',
    async (url) => {
      const environment = new Environment({
        store: new Store(new RecordSource()),
        network: Network.create(async () => {
          const response = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: QUERY }),
          });
          return response.json();
        }),
      });
      await fetchQuery(environment, RELAY_QUERY, {}).toPromise();
      const { fragment } = createOperationDescriptor(RELAY_QUERY, {});
      return shown(environment.lookup(fragment).data as unknown as Answer);
    },
  ],
];

describe('a client with a normalised cache', () => {
  const corpus = useRecodedCorpus();
  let server: TestServer;
  let stances: Shown;
  beforeAll(async () => {
    server = await startTestServer(() => Promise.resolve(corpus.store));
    const { data } = await corpus.ask(QUERY);
    stances = shown(data);
  });
  afterAll(() => server.stop());

  it.each(CLIENTS)('shows each revision as it is: %s', async (_name, show) => {
    expect(stances[0]).not.toBe(stances[1]);
    expect(await show(server.url)).toEqual(stances);
  });
});
