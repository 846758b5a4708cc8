import { beforeEach, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { withdraw } from '#src/app/import/withdraw.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { ARTICLE, EXCERPTS, QUAY_CORPUS, writeFiles } from './quay-corpus.ts';

const ENCLOSED =
  'query ($r: Int) { document(reference: "enclosed-note", revision: $r) { enclosedBy { reference } } }';
const MEMBERS =
  'query ($r: Int) { actor(slug: "pilots-guild", revision: $r) { members { member { slug } } } }';
const HEADER = `query ($r: Int) { document(reference: "${ARTICLE}", revision: $r) { title createdAt kind } }`;
const SEEN = `query ($r: Int) {
  document: documents(revision: $r, first: 100) { nodes { reference } }
  positions(actors: ["tom-arden"], revision: $r) { totalCount }
  search(query: "master waits tide", revision: $r) { totalCount }
  actors(first: 100, revision: $r) { nodes { slug } }
}`;

const file = (...withdrawals: string[]) => ({
  'withdrawals.yaml': `withdrawals:\n${withdrawals.map((each) => `  - { ${each}, reason: a test }\n`).join('')}`,
});

describe('a withdrawal', () => {
  const corpus = useOwnCorpus();

  const runImport = async (files: Record<string, string>) => {
    const folder = await writeFiles(files);
    return importPaths(corpus.store, { paths: [folder], author: 'test', dryRun: false });
  };
  const revision = () => latestRevision(corpus.store.sql);
  const seen = async (r: number | null = null) => {
    const { data, errors } = await corpus.ask(SEEN, { r });
    expect(errors).toBeUndefined();
    const references: string[] = data.document.nodes.map(
      (node: { reference: string }) => node.reference,
    );
    return {
      hasDocument: references.includes(ARTICLE),
      positions: data.positions.totalCount,
      hits: data.search.totalCount,
      actors: data.actors.nodes.map((node: { slug: string }) => node.slug),
    };
  };
  /** The data of a query for revision `$r`. */
  const at = async (query: string, r: number | null) => (await corpus.ask(query, { r })).data;

  beforeEach(() => runImport(QUAY_CORPUS));

  it('of a document takes it, its text and its positions out of the latest revision only', async () => {
    const before = await revision();
    const earlier = await seen();

    const report = await withdraw(
      corpus.store,
      [{ document: ARTICLE, reason: 'the newspaper retracted it' }],
      'an editor',
    );

    expect(report.revision).toBe(before + 1);
    const { data } = await corpus.ask('{ revisions(first: 1) { nodes { author message } } }');
    expect(data.revisions.nodes[0]).toEqual({
      author: 'an editor',
      message: `1 withdrawn document, 1 withdrawn coding, 2 withdrawn positions; ${ARTICLE}: the newspaper retracted it`,
    });
    expect(await seen()).toMatchObject({ hasDocument: false, positions: 0, hits: 0 });
    expect(earlier).toMatchObject({ hasDocument: true, positions: 2 });
    expect(await seen(before)).toEqual(earlier);
    const { errors } = await corpus.ask(`{ document(reference: "${ARTICLE}") { title } }`);
    expect(errors?.[0]?.extensions?.code).toBe('UNKNOWN_DOCUMENT');
  });

  it('of a document can be taken back by importing it again', async () => {
    const earlier = await seen();
    await runImport(file(`document: ${ARTICLE}`));
    expect((await seen()).hasDocument).toBe(false);

    await runImport(QUAY_CORPUS);

    expect(await seen()).toEqual(earlier);
  });

  it('of a coding leaves the document', async () => {
    await runImport(file(`document: ${ARTICLE}, coder: quay-coder`));

    expect(await seen()).toMatchObject({ hasDocument: true, positions: 0 });
  });

  it('of an enclosing document leaves what it encloses', async () => {
    const enclosed = `reference: enclosed-note\nkind: OTHER\nenclosedBy: ${ARTICLE}\nexcerpts: [ "A note." ]\n`;
    await runImport({ 'note.yaml': enclosed });
    const before = await revision();

    await runImport(file(`document: ${ARTICLE}`));

    expect((await at(ENCLOSED, null)).document).toEqual({ enclosedBy: null });
    expect((await at(ENCLOSED, before)).document).toEqual({ enclosedBy: { reference: ARTICLE } });
    await runImport(file('document: enclosed-note'));
  });

  it('of an actor ends its affiliations', async () => {
    await runImport({
      'actors.yaml':
        'actors:\n  - { slug: newcomer, name: Newcomer, kind: PERSON, affiliations: [{ organisation: pilots-guild }] }\n',
    });
    const before = await revision();

    await runImport(file('actor: newcomer'));

    expect((await seen()).actors).not.toContain('newcomer');
    expect((await seen(before)).actors).toContain('newcomer');
    const [tom, newcomer] = ['tom-arden', 'newcomer'].map((slug) => ({ member: { slug } }));
    expect((await at(MEMBERS, null)).actor.members).toEqual([tom]);
    expect((await at(MEMBERS, before)).actor.members).toEqual([tom, newcomer]);
  });

  it.each([
    [
      'an actor that positions name',
      'actor: tom-arden',
      /"tom-arden" is still named by 2009-03-01/,
    ],
    [
      'an actor that a header names',
      'actor: evening-gazette',
      /"evening-gazette" is still named by 2009/,
    ],
    ['an organisation with members', 'actor: pilots-guild', /still has members: tom-arden/],
    ['an actor that there is not', 'actor: tom-ardn', /no actor "tom-ardn".*tom-arden/],
    ['a document that there is not', 'document: none', /no document "none"/],
    ['a coding that there is not', `document: ${ARTICLE}, coder: other`, /other has not coded/],
    ['neither', 'coder: other', /must name either a document or an actor/],
  ])('is refused for %s', async (_what, withdrawal, message) => {
    const before = await revision();

    await expect(runImport(file(withdrawal))).rejects.toThrow(message);

    expect(await revision()).toBe(before);
  });

  it('is refused for what the same import describes', async () => {
    await expect(
      runImport({ ...file(`document: ${ARTICLE}`), 'article.yaml': EXCERPTS }),
    ).rejects.toThrow(/is in another file of this import too/);
  });

  it('of a header field leaves it empty, in the new revision only', async () => {
    const before = await revision();

    await runImport({ 'article.yaml': `reference: ${ARTICLE}\ntitle: null\ncreatedAt: null\n` });

    expect((await at(HEADER, null)).document).toEqual({
      title: null,
      createdAt: null,
      kind: 'NEWS_ARTICLE',
    });
    expect((await at(HEADER, before)).document).toMatchObject({
      title: 'Northern Quay Shut, for Now',
    });
  });
});
