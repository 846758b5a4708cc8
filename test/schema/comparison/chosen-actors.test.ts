import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';

const COMPARISON = 'revision citation { queryHash } rows { actor { slug } cells { count } }';
const NETWORK = 'revision citation { queryHash } nodes { key activity }';

describe('choice of actors by `of`, `actors` or `groupBy`', () => {
  const corpus = useCorpus();

  it.each([
    ['comparison', 'actors: ["hamas", "russia"]', COMPARISON],
    ['comparison', 'groupBy: PARTY', COMPARISON],
    ['network', 'actors: ["hamas", "russia"]', NETWORK],
    ['network', 'groupBy: HOLDER', NETWORK],
  ])('is equal in both forms: %s(of: { %s })', async (field, args, selection) => {
    const { data, errors } = await corpus.ask(`{
      chosen: ${field}(of: { ${args} }) { ${selection} }
      separate: ${field}(${args}) { ${selection} }
    }`);

    expect(errors).toBeUndefined();
    expect(data.chosen).toEqual(data.separate);
  });

  it('repeats the choice in the URL of the citation', async () => {
    const { data } = await corpus.ask(
      'query ($of: ComparisonActors!) { comparison(of: $of) { citation { url } rows { actor { slug } } } }',
      { of: { actors: ['hamas', 'russia'] } },
    );
    const { citation, rows } = data.comparison;
    const { searchParams } = new URL(citation.url);

    const again = await corpus.ask(
      searchParams.get('query') ?? '',
      JSON.parse(searchParams.get('variables') ?? '{}') as object,
    );

    expect(again.errors).toBeUndefined();
    expect(again.data.comparison.rows).toEqual(rows);
    expect(rows).toEqual([{ actor: { slug: 'hamas' } }, { actor: { slug: 'russia' } }]);
  });

  it.each([
    ['two fields of `of`', '{ actors: ["hamas"], groupBy: PARTY }'],
    ['no field of `of`', '{}'],
    ['null in `of`', '{ actors: null }'],
  ])('rejects %s', async (_what, choice) => {
    const answers = await Promise.all(
      ['comparison', 'network'].map((field) =>
        corpus.ask(`{ ${field}(of: ${choice}) { revision } }`),
      ),
    );

    for (const { data, errors } of answers) {
      expect(data?.comparison ?? data?.network).toBeUndefined();
      expect(errors?.[0]?.message).toMatch(/OneOf|exactly one|must be non-null/i);
    }
  });

  // A repeated query is compiled, by a compiler without support for one-of inputs.
  it('accepts exactly one field of `of` in variables, on every request', async () => {
    const query = 'query ($of: ComparisonActors!) { comparison(of: $of) { revision } }';
    const messages: unknown[] = [];

    for (let time = 1; time <= 5; time += 1) {
      const { errors } = await corpus.ask(query, {
        of: { actors: ['hamas'], groupBy: 'PARTY' },
      });
      messages.push(errors?.[0]?.message);
    }

    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toMatch(/Exactly one key must be specified/);
  });

  it('rejects `of` together with `actors` or `groupBy`', async () => {
    const { errors } = await corpus.ask(
      '{ comparison(of: { groupBy: PARTY }, actors: ["hamas"]) { revision } }',
    );

    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: ['of'] });
  });

  it('has the same cost in either form', async () => {
    const many = Array.from({ length: 200 }, () => '"hamas"').join(' ');
    const cells = `{ rows { cells { positions(first: 100) { nodes {
      document { positions(first: 100) { nodes { summary } } } } } } } }`;

    const [chosen, separate] = await Promise.all([
      corpus.ask(`{ comparison(of: { actors: [${many}] }) ${cells} }`),
      corpus.ask(`{ comparison(actors: [${many}]) ${cells} }`),
    ]);

    expect(separate.errors?.[0]?.extensions?.code).toBe('TOO_COSTLY');
    expect(chosen.errors).toEqual(separate.errors);
    const parties = await corpus.ask(`{ comparison(of: { parties: [${many}] }) ${cells} }`);
    expect(parties.errors).toEqual(separate.errors);
    const few = await corpus.ask(`{ comparison(actors: [${many}], first: 1) ${cells} }`);
    expect(few.errors).toBeUndefined();
  });
});
