import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { withdraw } from '#src/app/import/withdraw.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import {
  ARTICLE,
  CODEBOOK,
  CODING,
  QUAY_CORPUS,
  QUOTE,
  writeFiles,
} from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';

const { 'coding.yaml': _single, ...UNCODED } = QUAY_CORPUS;

/** A coding of the article: with its statement, or with none. */
const codedBy = (coder: string, status: string, isEmpty = false, version = 1): string => {
  const file = CODING.replace('version: 1', `version: ${version}`).replace(
    'coder: quay-coder',
    `coder: ${coder}\nstatus: ${status}`,
  );
  return isEmpty ? file.replace(/statements:[^]*/, 'statements: []\n') : file;
};

const CODINGS = `query ($r: Int, $filter: CodingFilter) {
  codings(filter: $filter, revision: $r) { totalCount nodes {
    coder status counting since { number } codebook { slug version } document { reference }
    positions { totalCount nodes { coder coding { coder } } }
  } }
  document(reference: "${ARTICLE}", revision: $r) { codings { coder } }
}`;

interface ListedCoding {
  readonly coder: string;
  readonly status: string;
  readonly counting: string;
  readonly positions: { readonly totalCount: number };
}

/** Every figure that counts the article's position, and how many unsettled documents each names. */
const FIGURES = `query ($r: Int, $filter: PositionFilter, $codebook: String = "quay-terms@1") {
  comparison(actors: ["tom-arden"], conditions: ["CLOSED_QUAY"], codebook: $codebook, filter: $filter, revision: $r) {
    unsettledDocumentCount rows { cells { count } } }
  everyone: comparison(groupBy: PARTY, codebook: $codebook, filter: $filter, revision: $r) { unsettledDocumentCount }
  timeline(actor: "tom-arden", condition: "CLOSED_QUAY", codebook: $codebook, filter: $filter, revision: $r) {
    unsettledDocumentCount positions { totalCount } }
  discrepancies(actor: "tom-arden", codebook: $codebook, filter: $filter, revision: $r) {
    unsettledDocumentCount positionCount pairs { totalCount } }
  formulations(condition: "CLOSED_QUAY", codebook: $codebook, filter: $filter, revision: $r) {
    unsettledDocumentCount parties { count } }
  network(mode: TWO_MODE, codebook: $codebook, filter: $filter, revision: $r) { unsettledDocumentCount edges { weight } }
}`;

describe('a coding', () => {
  const corpus = useOwnCorpus();
  let found = 0;
  let nothingFound = 0;
  let settledEmpty = 0;
  let withdrawn = 0;

  const write = async (files: Record<string, string>): Promise<number> => {
    const paths = [await writeFiles(files)];
    await importPaths(corpus.store, { paths, author: 'test', dryRun: false });
    return latestRevision(corpus.store.sql);
  };
  const ask = async (query: string, variables: object) => {
    const { data, errors } = await corpus.ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const codings = async (r: number, filter: object = { codebook: 'quay-terms@1' }) => {
    const { codings: list } = await ask(CODINGS, { r, filter });
    return list.nodes.map(({ coder, status, counting, positions }: ListedCoding) => [
      coder,
      status,
      counting,
      positions.totalCount,
    ]);
  };
  /** Number of positions that each figure counts, and of documents that it says are unsettled. */
  const figures = async (variables: object) => {
    const data = await ask(FIGURES, variables);
    const { comparison, everyone, timeline, discrepancies, formulations, network } = data;
    const unsettled = [comparison, everyone, timeline, discrepancies, formulations, network].map(
      (answer) => answer.unsettledDocumentCount,
    );
    return {
      counts: [
        comparison.rows[0].cells[0].count,
        timeline.positions.totalCount,
        discrepancies.positionCount,
        formulations.parties[0]?.count ?? 0,
        network.edges.length,
      ],
      unsettled,
      pairs: discrepancies.pairs.totalCount,
    };
  };

  beforeAll(async () => {
    found = await write({ ...UNCODED, 'ben.yaml': codedBy('ben', 'PROVISIONAL') });
    nothingFound = await write({ 'anna.yaml': codedBy('anna', 'PROVISIONAL', true) });
    settledEmpty = await write({ 'editors.yaml': codedBy('the-editors', 'SETTLED', true) });
    const { revision } = await withdraw(
      corpus.store,
      [{ document: ARTICLE, coder: 'the-editors', reason: 'too early' }],
      'test',
    );
    withdrawn = revision ?? 0;
  });

  it('stands without positions, at the revisions in which it did', async () => {
    expect(await codings(found)).toEqual([['ben', 'PROVISIONAL', 'COUNTED', 2]]);
    expect(await codings(nothingFound)).toEqual([
      ['anna', 'PROVISIONAL', 'BY_RULE', 0],
      ['ben', 'PROVISIONAL', 'NOT_COUNTED', 2],
    ]);
    expect(await codings(settledEmpty)).toEqual([
      ['anna', 'PROVISIONAL', 'NOT_COUNTED', 0],
      ['ben', 'PROVISIONAL', 'NOT_COUNTED', 2],
      ['the-editors', 'SETTLED', 'COUNTED', 0],
    ]);
    expect(await codings(withdrawn)).toEqual(await codings(nothingFound));
  });

  it('that found nothing counts against the others once it is settled', async () => {
    const NONE = [0, 0, 0, 0, 0];
    const ONE = [1, 1, 2, 1, 2];

    expect(await figures({ r: found })).toMatchObject({
      counts: ONE,
      unsettled: [0, 0, 0, 0, 0, 0],
    });
    expect(await figures({ r: nothingFound })).toMatchObject({
      counts: NONE,
      unsettled: [1, 1, 1, 1, 1, 1],
    });
    expect(await figures({ r: settledEmpty })).toMatchObject({
      counts: NONE,
      unsettled: [0, 0, 0, 0, 0, 0],
    });
    expect(await figures({ r: withdrawn })).toEqual(await figures({ r: nothingFound }));
    const all = await figures({ r: settledEmpty, filter: { codings: 'ALL' } });
    expect(all).toMatchObject({ counts: ONE, unsettled: [0, 0, 0, 0, 0, 0] });
  });

  it('that found nothing is one that reliability compares', async () => {
    const agreement = `query ($r: Int) { reliability(codebook: "quay-terms@1", revision: $r) {
      coders documentCount overall { unitCount unitsInCommon missingValueCount ordinal { value } } } }`;

    expect((await ask(agreement, { r: found })).reliability).toMatchObject({
      coders: ['ben'],
      documentCount: 0,
    });
    expect((await ask(agreement, { r: nothingFound })).reliability).toEqual({
      coders: ['anna', 'ben'],
      documentCount: 1,
      overall: { unitCount: 2, unitsInCommon: 0, missingValueCount: 2, ordinal: { value: null } },
    });
  });

  it('is found by its document, coder and codebook, and by its ID at its revision', async () => {
    const query = `query ($r: Int, $coder: String!) {
      coding(document: "${ARTICLE}", coder: $coder, codebook: "quay-terms@1", revision: $r) {
        id counting positions { nodes { coding { id } } } } }`;
    const latest = await ask(query, { coder: 'ben' });
    const then = await ask(query, { coder: 'ben', r: found });
    const nodes = await ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Coding { id counting } } }',
      { ids: [latest.coding.id, then.coding.id] },
    );

    expect(nodes.nodes).toEqual([
      { id: latest.coding.id, counting: 'NOT_COUNTED' },
      { id: then.coding.id, counting: 'COUNTED' },
    ]);
    const own = { coding: { id: then.coding.id } };
    expect(then.coding.positions.nodes).toEqual([own, own]);
    const none = query.replace('quay-terms@1', 'quartet-principles');
    expect(await ask(none, { coder: 'ben' })).toEqual({ coding: null });
    const { errors } = await corpus.ask(query, { coder: 'bem' });
    expect(errors?.[0]).toMatchObject({
      message: 'There is no coder "bem". Did you mean "ben"?',
      extensions: { code: 'UNKNOWN_CODER', input: ['coder'] },
    });
  });

  it('is listed by document, codebook, coder, status and counting', async () => {
    const names = async (filter: object) =>
      (await codings(settledEmpty, filter)).map(([coder]: string[]) => coder);

    expect(await names({ documents: [ARTICLE] })).toEqual(['anna', 'ben', 'the-editors']);
    expect(await names({ coders: ['ben', 'ben', 'anna'] })).toEqual(['anna', 'ben']);
    expect(await names({ codebook: 'quay-terms', statuses: ['SETTLED'] })).toEqual(['the-editors']);
    expect(await names({ documents: [ARTICLE], countings: ['COUNTED'] })).toEqual(['the-editors']);
    expect(await names({ documents: [] })).toEqual([]);
    const { document } = await ask(CODINGS, { r: settledEmpty });
    expect(document.codings.map(({ coder }: { coder: string }) => coder)).toEqual([
      'anna',
      'ben',
      'the-editors',
    ]);
  });

  it('changes its status without new versions of its positions', async () => {
    const since = `query ($r: Int) { positions(actors: ["tom-arden"], filter: { codings: ALL }, revision: $r) {
      nodes { coder status since { number } coding { status since { number } } } } }`;
    const settled = await write({ 'ben.yaml': codedBy('ben', 'SETTLED') });
    const [{ message }] = (await ask('{ revisions(first: 1) { nodes { message } } }', {})).revisions
      .nodes;

    expect(message).toBe('1 coding');
    expect((await ask(since, { r: settled })).positions.nodes[0]).toEqual({
      coder: 'ben',
      status: 'SETTLED',
      since: { number: found },
      coding: { status: 'SETTLED', since: { number: settled } },
    });
    expect((await ask(since, { r: withdrawn })).positions.nodes[0]).toMatchObject({
      status: 'PROVISIONAL',
      coding: { status: 'PROVISIONAL', since: { number: found } },
    });
    expect(await figures({ r: settled })).toMatchObject({ unsettled: [0, 0, 0, 0, 0, 0] });
  });

  it('by a new version of the codebook, or another one, leaves those by the others', async () => {
    const before = await codings(await latestRevision(corpus.store.sql));
    const later = await write({
      'codebook-2.yaml': CODEBOOK.replace('version: 1', 'version: 2'),
      'ben-2.yaml': codedBy('ben', 'SETTLED', false, 2),
      'codebook-3.yaml': CODEBOOK.replace('quay-terms', 'tide-terms'),
      'ben-3.yaml': codedBy('ben', 'PROVISIONAL', false).replace('quay-terms', 'tide-terms'),
    });
    const coded = `query ($codebook: String!, $slug: String!, $version: Int) {
      codebook(slug: $slug, version: $version) { version }
      positions(codebook: $codebook, conditions: ["CLOSED_QUAY"]) { totalCount nodes { condition { codebook { slug version } } } } }`;
    const askBy = (slug: string, version: number) =>
      ask(coded, { codebook: `${slug}@${version}`, slug, version });

    expect(await codings(later)).toEqual(before);
    for (const [slug, version] of [
      ['quay-terms', 1],
      ['quay-terms', 2],
      ['tide-terms', 1],
    ] as const)
      expect(await askBy(slug, version)).toEqual({
        codebook: { version },
        positions: { totalCount: 1, nodes: [{ condition: { codebook: { slug, version } } }] },
      });
    expect(await figures({ r: later })).toMatchObject({ counts: [1, 1, 2, 1, 2] });
    expect(await figures({ r: later, codebook: 'tide-terms' })).toMatchObject({
      counts: [1, 1, 2, 1, 2],
    });
  });

  it('that differs from another one is no discrepancy of the party', async () => {
    const both = await write({
      'carl.yaml': codedBy('carl', 'SETTLED').replace('stance: REJECTS', 'stance: UPHOLDS'),
    });
    const other = await write({
      'letter.yaml': `reference: letter-1\nkind: LETTER\ncreatedAt: 2009-03-02\nexcerpts:\n  - "${QUOTE}."\n`,
      'letter-by-carl.yaml': codedBy('carl', 'SETTLED')
        .replace(`document: ${ARTICLE}`, 'document: letter-1')
        .replace('stance: REJECTS', 'stance: UPHOLDS'),
    });

    for (const filter of [{}, { codings: 'ALL' }, { coders: ['ben', 'carl'] }])
      expect(await figures({ r: both, filter })).toMatchObject({ pairs: 0 });
    expect(await figures({ r: both })).toMatchObject({ unsettled: [1, 1, 1, 1, 1, 1] });
    // What ben found in the article and carl in the letter are two statements.
    expect(await figures({ r: other, filter: { codings: 'ALL' } })).toMatchObject({ pairs: 1 });
  });

  it('ends with its document', async () => {
    const before = await latestRevision(corpus.store.sql);
    const { revision } = await withdraw(
      corpus.store,
      [{ document: 'letter-1', reason: 'a forgery' }],
      'test',
    );
    const ofLetter = `query ($r: Int) { codings(filter: { coders: ["carl"] }, revision: $r) { nodes { document { reference } } } }`;

    expect((await ask(ofLetter, { r: revision })).codings.nodes).toHaveLength(1);
    expect((await ask(ofLetter, { r: before })).codings.nodes).toHaveLength(2);
  });
});
