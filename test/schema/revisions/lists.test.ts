import { describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import type { Loose } from '../loose.ts';
import { RETITLED, useRecodedCorpus } from './recoded-corpus.ts';

const newcomer = (nth: number): string =>
  `actors:\n  - { slug: newcomer, name: Newcomer ${nth}, kind: PERSON }\n`;
const globalId = (text: string): string => Buffer.from(text).toString('base64');

const atRevisions = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, i) => `r${i}: codebooks(revision: ${i + 1}) { totalCount }`).join(' ')} }`;

describe('lists and records at a revision', () => {
  const corpus = useRecodedCorpus();

  const asked = async (query: string): Promise<Loose> => {
    const { data, errors } = await corpus.ask(query);
    expect(errors).toBeUndefined();
    return data;
  };

  it.each([
    ['actor', 'actor(slug: "russia", revision: $r) { name }', '"Russia"', '"Russian state"'],
    [
      'actors',
      'actors(filter: { kinds: [STATE] }, first: 100, revision: $r) { nodes { name } }',
      '"Russia"',
      '"Russian state"',
    ],
    [
      'document',
      `document(reference: "${RETITLED}", revision: $r) { title }`,
      'Ex-U.S. Diplomat Talks With Hamas',
      'A quay reopened',
    ],
    [
      'documents',
      'documents(filter: { createdFrom: "2009-07-16", createdTo: "2009-07-16" }, revision: $r) { nodes { title } }',
      'Ex-U.S. Diplomat Talks With Hamas',
      'A quay reopened',
    ],
    [
      'positions',
      'positions(filter: { statedFrom: "2014-06-01" }, first: 100, revision: $r) { nodes { stance document { reference } } }',
      '{"stance":"REJECTS","document":{"reference":"2014',
      '{"stance":"RESISTS","document":{"reference":"2014',
    ],
  ])('%s say what the corpus said then', async (_name, field, first, second) => {
    const query = `query ($r: Int) { result: ${field} }`;
    const at = async (r: number | null) => (await corpus.ask(query, { r })).data;

    const [then, now, latest] = [await at(1), await at(2), await at(null)];

    expect(JSON.stringify(now)).toBe(JSON.stringify(latest));
    expect(JSON.stringify(then)).toContain(first);
    expect(JSON.stringify(now)).toContain(second);
    expect(JSON.stringify(then)).not.toContain(second);
  });

  it('search finds what a title said then, and no longer', async () => {
    const data = await asked(`{
      then: search(query: "diplomat talks headline", revision: 1) { totalCount }
      old: search(query: "\\"Talks With Hamas\\"", revision: 1) { nodes { subject { ... on Document { title } } } }
      new: search(query: "\\"A quay reopened\\"") { nodes { subject { ... on Document { title } } } }
      before: search(query: "\\"A quay reopened\\"", revision: 1) { totalCount }
    }`);

    expect(data.old.nodes).toContainEqual({
      subject: { title: 'Ex-U.S. Diplomat Talks With Hamas' },
    });
    expect(data.new.nodes).toContainEqual({ subject: { title: 'A quay reopened' } });
    expect(data.before.totalCount).toBe(0);
  });

  it('have global IDs that name the revision, under which `node` finds the same', async () => {
    const { then, now } = await asked(`{
      then: actor(slug: "russia", revision: 1) { id name }
      now: actor(slug: "russia") { id name }
    }`);

    expect(then).toEqual({ id: globalId('Actor@1:russia'), name: 'Russia' });
    expect(now).toEqual({ id: globalId('Actor:russia'), name: 'Russian state' });
    const { nodes } = await asked(
      `{ nodes(ids: ["${then.id}", "${now.id}", "${globalId('Actor@3:russia')}"]) { id ... on Actor { name } } }`,
    );
    expect(nodes).toEqual([then, now, null]);
  });

  it('name the revision in the IDs of all that they lead to', async () => {
    const { comparison } =
      await asked(`{ comparison(actors: ["hamas"], conditions: ["CONTACT"], revision: 1) {
      rows { actor { id } cells { condition { id codebook { id } } latest { id document { id } } } } } }`);

    const ids = [...JSON.stringify(comparison).matchAll(/"id":"([^"]+)"/g)].map(([, id]) =>
      Buffer.from(id ?? '', 'base64').toString(),
    );
    expect(ids).toHaveLength(5);
    for (const id of ids) expect(id).toMatch(/^[A-Z]\w+@1:/);
  });

  it('returns a position by an ID that names the revision', async () => {
    const { positions } = await asked(
      '{ positions(actors: ["hamas"], conditions: ["CONTACT"], first: 1, revision: 1) { nodes { id stance } } }',
    );
    const [position] = positions.nodes;

    const found = await asked(`{ position(id: "${position.id}") { id stance } }`);

    expect(found.position).toEqual(position);
  });

  it.each([
    [
      'positions',
      'positions(actors: ["russia"], conditions: ["CONTACT"])',
      'Positions of Russian state: Withhold',
    ],
    ['documents', 'documents(filter: { kinds: [CABLE] })', 'Documents'],
    ['actors', 'actors(filter: { kinds: [PERSON] })', 'Actors'],
    ['search', 'search(query: "recognition")', 'Search for “recognition”'],
  ])('can be cited: %s', async (name, field, title) => {
    const selected = (
      await asked(`{ ${field} { revision totalCount citation { title url queryHash } } }`)
    )[name];

    const url = new URL(selected.citation.url);
    const repeated = (await asked(url.searchParams.get('query') ?? ''))[name];

    expect(selected.revision).toBe(2);
    expect(selected.citation.title).toContain(title);
    expect(url.searchParams.get('query')).toContain('revision:2');
    expect(repeated).toMatchObject({
      totalCount: selected.totalCount,
      citation: { queryHash: selected.citation.queryHash },
    });
  });

  it('refuse more revisions than an operation may name', async () => {
    const folder = await writeFiles({});
    for (let nth = 1; nth < 20; nth += 1) {
      await writeFiles({ 'actors.yaml': newcomer(nth) }, folder);
      const note = { author: 'a tester', message: `Name ${nth}`, dryRun: false };
      await importPaths(corpus.store, { paths: [folder], ...note });
    }

    expect((await corpus.ask(atRevisions(20))).errors).toBeUndefined();
    expect((await corpus.ask(atRevisions(21))).errors?.[0]).toMatchObject({
      message: expect.stringContaining('at most 20 revisions'),
      extensions: { code: 'BAD_INPUT', input: ['revision'] },
    });
  });

  it('refuse a revision that does not exist', async () => {
    const unknown = await corpus.ask('{ documents(revision: 999) { totalCount } }');

    expect(unknown.errors).toMatchObject([
      { extensions: { code: 'UNKNOWN_REVISION', input: ['revision'] } },
    ]);
  });
});
