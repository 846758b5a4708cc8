import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { CODING, QUAY_CORPUS, QUOTE, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';

const [HEAD = '', STATEMENT = ''] = CODING.split(/(?=  - id: master-waits)/);
/** The same words in part, on the same day, with the opposite stance. */
const AGAIN = STATEMENT.replace('master-waits', 'master-again')
  .replace(`quote: ${QUOTE}`, 'quote: We will wait for the tide')
  .replace('stance: REJECTS', 'stance: UPHOLDS');

const SEEN = `{
  comparison(actors: ["tom-arden"], conditions: ["CLOSED_QUAY"], codebook: "quay-terms") {
    rows { cells { earliest { stance } latest { stance } positions { nodes { stance } } } }
  }
  positions(actors: ["tom-arden"], codebook: "quay-terms") { edges { cursor node { stance condition { code } } } }
  timeline(actor: "tom-arden", condition: "CLOSED_QUAY", codebook: "quay-terms") {
    moments { nodes { mixed positions { nodes { stance } } } }
  }
  formulations(condition: "CLOSED_QUAY", codebook: "quay-terms") { parties { formulations { nodes { words } } } }
  network(codebook: "quay-terms") { edges { weight } }
}`;

describe('several positions of one day', () => {
  const corpus = useOwnCorpus();
  const write = async (coding: string): Promise<void> => {
    const paths = [await writeFiles({ ...QUAY_CORPUS, 'coding.yaml': coding })];
    await importPaths(corpus.store, { paths, author: 'test', dryRun: false });
  };
  const seen = async () => {
    const { data, errors } = await corpus.ask(SEEN);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  beforeAll(() => write(`${HEAD}${STATEMENT}${AGAIN}`));

  it('stay in the order in which they were first coded when one is corrected', async () => {
    const before = await seen();
    await write(`${HEAD}${STATEMENT.replaceAll('The master', 'The old master')}${AGAIN}`);
    const after = await seen();

    const [cell] = before.comparison.rows[0].cells;
    expect([cell.earliest, cell.latest]).toEqual([{ stance: 'REJECTS' }, { stance: 'UPHOLDS' }]);
    expect(cell.positions.nodes).toEqual([{ stance: 'REJECTS' }, { stance: 'UPHOLDS' }]);
    expect(before.timeline.moments.nodes).toEqual([
      { mixed: true, positions: { nodes: cell.positions.nodes } },
    ]);
    const stances = ({ positions }: typeof before) =>
      positions.edges.map(({ node }: { node: object }) => node);
    expect(stances(after)).toEqual(stances(before));
    expect({ ...after, positions: null }).toEqual({ ...before, positions: null });
  });

  it('stay in it when one is withdrawn and coded again', async () => {
    const before = await seen();
    await write(`${HEAD}${AGAIN}`);
    await write(`${HEAD}${STATEMENT}${AGAIN}`);

    expect((await seen()).comparison).toEqual(before.comparison);
  });
});
