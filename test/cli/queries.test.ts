import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { type CliResult, runCli } from '#test/support/cli.ts';
import { sharedEnvironment, useCorpus } from '#test/support/corpus.ts';
import { usePlaces } from '#test/support/place.ts';

function run(...args: readonly string[]): Promise<CliResult> {
  return runCli(args, sharedEnvironment());
}

/** Runs a query that succeeds, and returns its records. */
async function json(...args: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const { code, stdout, stderr } = await run(...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('queries from the command line', () => {
  const corpus = useCorpus();

  it('compare returns the cells of the API', async () => {
    const { data } = await corpus.ask(`{
      comparison(actors: ["hamas", "russia"], filter: { channels: [PRIVATE] }) {
        rows { cells {
          actor { slug } condition { code } count documentCount uncertainPartyCount median mean agreement publicPrivateGap
        } }
      }
    }`);

    const lines = await json('compare', '--actors', 'hamas,russia', '--channels', 'private');

    const cells = data.comparison.rows.flatMap((row: { cells: object[] }) => row.cells);
    expect(lines).toHaveLength(cells.length);
    expect(lines).toMatchObject(
      // oxlint-disable-next-line typescript/no-explicit-any
      cells.map(({ actor, condition, ...measures }: any) => ({
        actor: actor.slug,
        condition: condition.code,
        ...measures,
      })),
    );
  });

  it('compare groups by party unless actors are named, and repeats rows by reporter', async () => {
    const parties = await json('compare', '--conditions', 'CONTACT');
    const reported = await json(
      'compare',
      '--actors=hamas',
      '--conditions=CONTACT',
      '--by-reporter=russia,united-states',
    );

    expect(new Set(parties.map(({ actor }) => actor)).size).toBe(parties.length);
    expect(parties.length).toBeGreaterThan(3);
    expect(reported.map(({ reportedBy }) => reportedBy)).toEqual(['russia', 'united-states']);
  });

  it('positions returns the positions of the API, with quotations, as CSV', async () => {
    const { data } = await corpus.ask(`{
      positions(actors: ["hamas"], conditions: ["RECOGNITION"], orderBy: STATED_ON_DESC, first: 100) {
        nodes { holder { slug } statedOn stance summary evidence { exact } document { reference } }
      }
    }`);

    const { stdout } = await run(
      'positions',
      '--actors=hamas',
      '--conditions=RECOGNITION',
      '--order-by=STATED_ON_DESC',
      '--format=csv',
    );

    expect(
      csvParse(stdout).map(({ holder, statedOn, stance, summary, evidence, document }) => ({
        holder,
        statedOn,
        stance,
        summary,
        evidence,
        document,
      })),
    ).toEqual(
      // oxlint-disable-next-line typescript/no-explicit-any
      data.positions.nodes.map(({ holder, evidence, document, ...rest }: any) => ({
        ...rest,
        holder: holder.slug,
        // oxlint-disable-next-line typescript/no-explicit-any
        evidence: evidence.map(({ exact }: any) => exact).join(' … '),
        document: document.reference,
      })),
    );
  });

  it('network returns the edges and nodes of the API', async () => {
    const { data } = await corpus.ask(`{
      network(weight: CONGRUENCE, threshold: 5, windows: { unit: YEARS, size: 3 }) {
        edges { a { key } b { key } weight }
        nodes { key activity }
        windows { from to edges { a { key } b { key } weight } }
      }
    }`);
    const args = ['network', '--weight', 'CONGRUENCE', '--threshold', '5'];

    const edges = await json(...args);
    const nodes = await json(...args, '--nodes');
    const windows = await json(...args, '--window-size', '3');

    interface Edge {
      readonly a: { readonly key: string };
      readonly b: { readonly key: string };
      readonly weight: number;
    }
    const toLine = ({ a, b, weight }: Edge) => ({ a: a.key, b: b.key, weight });
    expect(edges).toEqual(data.network.edges.map(toLine));
    expect(nodes).toEqual(
      data.network.nodes.map(({ key, activity }: { key: string; activity: number }) => ({
        node: key,
        activity,
      })),
    );
    expect(windows.filter(({ from }) => from !== null)).toEqual(
      data.network.windows.flatMap(
        ({ from, to, edges: inWindow }: { from: string; to: string; edges: Edge[] }) =>
          inWindow.map((edge) => ({ from, to, ...toLine(edge) })),
      ),
    );
  });

  it('print an aligned table unless another format is requested', async () => {
    const { stdout } = await run('compare', '--actors', 'hamas', '--conditions', 'RECOGNITION');

    const [header, rule, line] = stdout.split('\n');
    expect(header).toMatch(/^actor +condition +count +documentCount +uncertainPartyCount +UPHOLDS/);
    expect(rule).toMatch(/^-+( {2}-+)+$/);
    expect(line).toMatch(/^hamas {2}RECOGNITION +\d+/);
  });

  it.each([
    [['compare', '--actors', 'hamass'], 'There is no actor "hamass". Did you mean "hamas"?'],
    [['compare', '--channels', 'secret'], '"secret" is not one of PUBLIC, PRIVATE, INTERNAL'],
    [['compare', '--revision', '9'], 'There is no revision 9'],
    [['positions', '--stated-from', '2007-02-30'], 'Give a calendar date as YYYY-MM-DD.'],
    [['positions', '--max-retellings', '-1'], 'Give a whole number of at least 0.'],
    [['network', '--mode', 'TWO_MODE', '--weight', 'CONGRUENCE'], 'TWO_MODE'],
    [['network', '--threshold', 'x'], 'Give a number.'],
  ])('reject %j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('queries from the command line, of a corpus with competing codings', () => {
  const newPlace = usePlaces();

  it('say so, unless all codings are counted', async () => {
    const { environment } = await newPlace('seeded');
    const coding = `document: 07MOSCOW828
codebook: quartet-principles
version: 1
coder: second
status: SETTLED
statements: []
`;
    const folder = await writeFiles({ 'coding.yaml': coding });
    const imported = await runCli(['import', folder], environment);

    const one = await runCli(['compare', '--actors=hamas'], environment);
    const all = await runCli(['compare', '--actors=hamas', '--codings=ALL'], environment);
    const edges = await runCli(['network'], environment);

    expect(imported.code).toBe(0);
    expect(one.stderr).toMatch(
      /^Documents of which one coding is counted by rule, .*: 1\. See --codings\.\n$/,
    );
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(edges.stderr).toBe(one.stderr);
  });
});
