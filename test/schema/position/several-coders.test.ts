import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { CODEBOOK, CODING, QUAY_CORPUS, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';

const { 'coding.yaml': _single, ...UNCODED } = QUAY_CORPUS;

/** The quay's coding by another coder; every stance can be said otherwise. */
const codedBy = (coder: string, stance = 'REJECTS', status = 'PROVISIONAL', version = 1): string =>
  CODING.replace('version: 1', `version: ${version}`)
    .replace('coder: quay-coder', `coder: ${coder}\nstatus: ${status}`)
    .replace('stance: REJECTS', `stance: ${stance}`);

const FIGURES = `query ($r: Int, $filter: PositionFilter, $codebook: String = "quay-terms@1") {
  comparison(actors: ["tom-arden"], conditions: ["CLOSED_QUAY"], codebook: $codebook, filter: $filter, revision: $r) {
    unsettledDocumentCount
    rows { cells { count mean documentCount positions { totalCount } } }
  }
  positions(actors: ["tom-arden"], conditions: ["CLOSED_QUAY"], codebook: $codebook, filter: $filter, revision: $r) {
    totalCount nodes { coder counting }
  }
  discrepancies(actor: "tom-arden", codebook: $codebook, filter: $filter, revision: $r) { pairs { totalCount } }
  reliability(codebook: $codebook, revision: $r) { coders overall { unitCount } }
  actor(slug: "tom-arden", revision: $r) { heldCount }
}`;

describe('a document that several coders coded', () => {
  const corpus = useOwnCorpus();
  let apart = 0;
  let settled = 0;
  let newVersion = 0;

  const write = async (files: Record<string, string>): Promise<number> => {
    const paths = [await writeFiles(files)];
    await importPaths(corpus.store, { paths, author: 'test', dryRun: false });
    return latestRevision(corpus.store.sql);
  };
  const figures = async (variables: object) => {
    const { data, errors } = await corpus.ask(FIGURES, variables);
    expect(errors).toBeUndefined();
    const [cell] = data.comparison.rows[0].cells;
    return {
      count: cell.count,
      mean: cell.mean,
      listed: cell.positions.totalCount,
      coders: data.positions.nodes.map((node: { coder: string }) => node.coder).toSorted(),
      countings: data.positions.nodes.map((node: { counting: string }) => node.counting).toSorted(),
      unsettled: data.comparison.unsettledDocumentCount,
      discrepancies: data.discrepancies.pairs.totalCount,
      compared: data.reliability.coders,
      held: data.actor.heldCount,
    };
  };

  beforeAll(async () => {
    apart = await write({
      ...UNCODED,
      'ben.yaml': codedBy('ben', 'UPHOLDS'),
      'anna.yaml': codedBy('anna'),
    });
    settled = await write({ 'editors.yaml': codedBy('the-editors', 'REJECTS', 'SETTLED') });
    newVersion = await write({
      'codebook-2.yaml': CODEBOOK.replace('version: 1', 'version: 2'),
      'editors-2.yaml': codedBy('the-editors', 'UPHOLDS', 'SETTLED', 2),
    });
  });

  it('counts once, by rule, while none is settled, and the answer says so', async () => {
    expect(await figures({ r: apart })).toEqual({
      count: 1,
      mean: -2,
      listed: 1,
      coders: ['anna'],
      countings: ['BY_RULE'],
      unsettled: 1,
      discrepancies: 0,
      compared: ['anna', 'ben'],
      held: 2,
    });
  });

  it('counts as it was settled', async () => {
    expect(await figures({ r: settled })).toEqual({
      count: 1,
      mean: -2,
      listed: 1,
      coders: ['the-editors'],
      countings: ['COUNTED'],
      unsettled: 0,
      discrepancies: 0,
      compared: ['anna', 'ben', 'the-editors'],
      held: 2,
    });
  });

  it('counts all codings, those of some coders, or those of a status, on request', async () => {
    const all = await figures({ r: settled, filter: { codings: 'ALL' } });
    const ofBen = await figures({ r: settled, filter: { coders: ['ben'] } });
    const apartAll = await figures({ r: apart, filter: { codings: 'ALL' } });

    expect(all).toMatchObject({ count: 3, unsettled: 0, discrepancies: 0 });
    expect(all.countings).toEqual(['COUNTED', 'NOT_COUNTED', 'NOT_COUNTED']);
    expect(ofBen).toMatchObject({ count: 1, mean: 2, coders: ['ben'], countings: ['NOT_COUNTED'] });
    expect(apartAll).toMatchObject({ count: 2, mean: 0, unsettled: 0 });
    expect(
      await figures({ r: settled, filter: { codings: 'ALL', statuses: ['PROVISIONAL'] } }),
    ).toMatchObject({ count: 2, coders: ['anna', 'ben'] });
    expect(await figures({ r: apart, filter: { countings: ['COUNTED'] } })).toMatchObject({
      count: 0,
    });
  });

  it('keeps the coding by an older version of the codebook beside that by a newer one', async () => {
    expect(await figures({ r: newVersion })).toMatchObject({ count: 1, mean: -2, held: 4 });
    expect(await figures({ r: newVersion, codebook: 'quay-terms@2' })).toMatchObject({
      count: 1,
      mean: 2,
      coders: ['the-editors'],
      compared: ['the-editors'],
    });
    // Importing both files again changes nothing.
    const before = await latestRevision(corpus.store.sql);
    await write({
      'editors.yaml': codedBy('the-editors', 'REJECTS', 'SETTLED'),
      'editors-2.yaml': codedBy('the-editors', 'UPHOLDS', 'SETTLED', 2),
    });
    expect(await latestRevision(corpus.store.sql)).toBe(before);
  });

  it('counts by rule again when two codings are settled', async () => {
    const both = await write({ 'ben.yaml': codedBy('ben', 'UPHOLDS', 'SETTLED') });

    expect(await figures({ r: both })).toMatchObject({
      count: 1,
      mean: 2,
      coders: ['ben'],
      unsettled: 1,
    });
  });
});
