import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { ARTICLE, EXCERPTS, QUAY_CORPUS, QUOTE, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useCorpus, useOwnCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const WHEN = 'date precision onOrBefore notBefore notAfter';
const MOMENT = 'statedOn statedOnPrecision onOrBefore notBefore notAfter median stance mixed';
/** A sentence for each position, so that each has evidence of its own. */
const SAYINGS = ['first', 'second', 'third', 'fourth', 'fifth'].map(
  (word) => `We have said it for the ${word} time`,
);
const SHIFT = `from to certain notBefore notAfter
  before { ${MOMENT} positions { totalCount nodes { summary value channel evidence { exact } } } }
  after { ${MOMENT} positions { totalCount nodes { summary value channel } } }`;

describe('Query.timeline of Khaled Mishal on recognition', () => {
  const corpus = useCorpus();
  let timeline: Loose;
  beforeAll(async () => {
    const { data, errors } = await corpus.ask(
      `{ timeline(actor: "khaled-mishal", condition: "RECOGNITION") {
           revision actor { slug } condition { code } citation { title url }
           positions { totalCount nodes { id statedOn onOrBefore value } }
           moments { totalCount nodes { ${MOMENT} distribution { stance count } positions { nodes { id } } } }
           shifts { totalCount nodes { ${SHIFT} } }
         } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    timeline = data.timeline;
  });

  it('orders positions, with a latest possible date before the same exact day', () => {
    expect(timeline.actor.slug).toBe('khaled-mishal');
    expect(timeline.condition.code).toBe('RECOGNITION');
    expect(timeline.positions.nodes.map((p: Loose) => [p.statedOn, p.onOrBefore, p.value])).toEqual(
      [
        ['2007-02-27', true, 1],
        ['2007-02-27', false, 0],
        ['2007-02-27', false, 1],
        ['2007-02-27', false, 0],
        ['2009-07-16', true, -1],
      ],
    );
  });

  it('groups positions into moments, with a mixed one in Moscow', () => {
    const { moments, positions } = timeline;

    expect(moments.totalCount).toBe(3);
    expect(moments.nodes[1]).toMatchObject({
      statedOn: '2007-02-27',
      statedOnPrecision: 'DAY',
      onOrBefore: false,
      notBefore: '2007-02-27',
      notAfter: '2007-02-27',
      median: 0,
      stance: null,
      mixed: true,
      distribution: [
        { stance: 'QUALIFIES', count: 1 },
        { stance: 'NONCOMMITTAL', count: 2 },
      ],
    });
    expect(moments.nodes[2]).toMatchObject({
      notBefore: null,
      notAfter: '2009-07-16',
      stance: 'RESISTS',
      mixed: false,
    });
    expect(moments.nodes.flatMap((m: Loose) => m.positions.nodes)).toEqual(
      positions.nodes.map(({ id }: Loose) => ({ id })),
    );
  });

  it('marks a shift with overlapping dates as uncertain', () => {
    const [first, second] = timeline.shifts.nodes;

    expect(timeline.shifts.totalCount).toBe(2);
    expect(first).toMatchObject({
      from: 1,
      to: 0,
      certain: false,
      notBefore: null,
      notAfter: '2007-02-27',
    });
    expect(first.before.positions.nodes).toMatchObject([
      { channel: 'PRIVATE', value: 1, evidence: [{ exact: expect.stringContaining('Saltanov') }] },
    ]);
    expect(first.after.positions.nodes.map((p: Loose) => p.channel)).toEqual([
      'PUBLIC',
      'PRIVATE',
      'PUBLIC',
    ]);
    expect(second).toMatchObject({
      from: 0,
      to: -1,
      certain: false,
      notBefore: '2007-02-27',
      notAfter: '2009-07-16',
    });
  });

  it('returns a citation whose URL repeats the query', async () => {
    const query = new URL(timeline.citation.url).searchParams.get('query') ?? '';

    const { data } = await corpus.ask(query);

    expect(timeline.citation.title).toBe('Timeline of Khaled Mishal on Recognise Israel');
    expect(timeline.revision).toBe(1);
    expect(data.timeline.shifts).toEqual(timeline.shifts);
  });
});

describe('Query.timeline', () => {
  const corpus = useCorpus();

  it('includes positions of holders that spoke for a party, and no others', async () => {
    const { data } = await corpus.ask(`{
      timeline(actor: "united-states", condition: "CONTACT") { positions(first: 100) { nodes { id } } }
      positions(first: 100, actors: ["united-states"], conditions: ["CONTACT"]) { nodes { id } } }`);

    expect(data.timeline.positions.nodes.length).toBeGreaterThan(5);
    expect(ids(data.timeline.positions).toSorted()).toEqual(ids(data.positions).toSorted());
  });

  it('applies the position filter', async () => {
    const { data } = await corpus.ask(`{ timeline(actor: "khaled-mishal", condition: "RECOGNITION",
        filter: { channels: [PUBLIC] }) { positions { nodes { channel } } shifts { totalCount } } }`);

    expect(data.timeline.positions.nodes).toEqual([{ channel: 'PUBLIC' }, { channel: 'PUBLIC' }]);
    expect(data.timeline.shifts.totalCount).toBe(0);
  });

  it('is empty without positions', async () => {
    const { data } = await corpus.ask(`{ timeline(actor: "khaled-mishal", condition: "RECOGNITION",
        filter: { statedTo: "1990-01-01" }) {
        positions { totalCount } moments { totalCount nodes { median } } shifts { totalCount nodes { from } } } }`);

    expect(data.timeline).toEqual({
      positions: { totalCount: 0 },
      moments: { totalCount: 0, nodes: [] },
      shifts: { totalCount: 0, nodes: [] },
    });
  });

  async function statements(first: number): Promise<number> {
    await corpus.ask('{ revisions { totalCount } }');
    corpus.takeQueries();
    await corpus.ask(`{ timeline(actor: "hamas", condition: "RECOGNITION") {
        positions(first: ${first}) { nodes { summary } }
        shifts(first: ${first}) { nodes { before { positions { nodes { summary evidence { exact } } } }
          after { positions { nodes { summary evidence { exact } } } } } } } }`);
    return corpus.takeQueries().length;
  }

  it('sends as many statements for many moments as for one', async () => {
    const [few, many] = [await statements(1), await statements(100)];

    expect(few).toBeGreaterThan(1);
    expect(many).toBeLessThanOrEqual(few);
  });

  it.each([
    ['actor: "khaled-mishall", condition: "RECOGNITION"', 'UNKNOWN_ACTOR', ['actor']],
    ['actor: "hamas", condition: "RECOGNITON"', 'UNKNOWN_CONDITION', ['condition']],
    ['actor: "hamas", condition: "CONTACT", codebook: "nope"', 'UNKNOWN_CODEBOOK', ['codebook']],
    ['actor: "hamas", condition: "CONTACT", revision: 99', 'UNKNOWN_REVISION', ['revision']],
    [
      'actor: "hamas", condition: "CONTACT", filter: { maxRetellings: -1 }',
      'BAD_INPUT',
      ['filter', 'maxRetellings'],
    ],
  ])('rejects %s', async (args, code, input) => {
    const { errors } = await corpus.ask(`{ timeline(${args}) { revision } }`);

    expect(errors?.[0]?.extensions).toEqual({ code, input });
  });
});

describe('Query.timeline with months, years and latest possible dates', () => {
  const corpus = useOwnCorpus();
  beforeAll(async () => {
    const statements = [
      ['2006', false, 'UPHOLDS'],
      ['2007-02', false, 'REJECTS'],
      ['2007-02-20', false, 'NONCOMMITTAL'],
      ['2009-02-28', true, 'REJECTS'],
      ['2009-03-01', false, 'UPHOLDS'],
    ].map(
      ([date, onOrBefore, stance], i) => `
  - id: statement-${i}
    holder: pilots-guild
    statedOn: ${date}
    onOrBefore: ${onOrBefore}
    channel: PUBLIC
    wording: VERBATIM
    quote: ${SAYINGS[i]}
    attribution:
      - { speaker: pilots-guild, channel: PUBLIC }
      - { speaker: evening-gazette, channel: PUBLIC }
    positions:
      - { condition: CLOSED_QUAY, stance: ${stance}, summary: In ${date}. }`,
    );
    const coding = `document: ${ARTICLE}\ncodebook: quay-terms\nversion: 1\ncoder: quay-coder\nstatements:${statements.join('')}\n`;
    const excerpts = EXCERPTS.replace(`“${QUOTE},”`, SAYINGS.join(' '));
    const folder = await writeFiles({
      ...QUAY_CORPUS,
      'article.yaml': excerpts,
      'coding.yaml': coding,
    });
    await importPaths(corpus.store, {
      paths: Object.keys(QUAY_CORPUS).map((name) => join(folder, name)),
      author: 'a tester',
      message: 'The quay',
      dryRun: false,
    });
  });

  it('bounds each shift by the possible days of both moments', async () => {
    const { data, errors } = await corpus.ask(
      `{ timeline(actor: "pilots-guild", condition: "CLOSED_QUAY", codebook: "quay-terms") {
           moments { nodes { statedOn statedOnPrecision onOrBefore notBefore notAfter stance } }
           shifts { nodes { from to notBefore notAfter certain } } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data.timeline.moments.nodes.map((m: Loose) => Object.values(m).join(' '))).toEqual([
      '2006-01-01 YEAR false 2006-01-01 2006-12-31 UPHOLDS',
      '2007-02-20 DAY false 2007-02-20 2007-02-20 NONCOMMITTAL',
      '2007-02-01 MONTH false 2007-02-01 2007-02-28 REJECTS',
      '2009-02-28 DAY true  2009-02-28 REJECTS',
      '2009-03-01 DAY false 2009-03-01 2009-03-01 UPHOLDS',
    ]);
    expect(data.timeline.shifts.nodes).toEqual([
      { from: 2, to: 0, notBefore: '2006-01-01', notAfter: '2007-02-20', certain: true },
      { from: 0, to: -2, notBefore: '2007-02-20', notAfter: '2007-02-28', certain: false },
      { from: -2, to: 2, notBefore: null, notAfter: '2009-03-01', certain: true },
    ]);
  });

  it('returns PartialDate for moments and their positions', async () => {
    const { data, errors } = await corpus.ask(
      `{ timeline(actor: "pilots-guild", condition: "CLOSED_QUAY", codebook: "quay-terms") {
           moments { nodes {
             statedOn statedOnPrecision onOrBefore notBefore notAfter
             when { ${WHEN} }
             positions { nodes { statedOn statedOnPrecision onOrBefore when { ${WHEN} } } }
           } } } }`,
    );

    expect(errors).toBeUndefined();
    const { nodes } = data.timeline.moments;
    expect(nodes.map(({ when }: Loose) => Object.values(when).join(' '))).toEqual([
      '2006-01-01 YEAR false 2006-01-01 2006-12-31',
      '2007-02-20 DAY false 2007-02-20 2007-02-20',
      '2007-02-01 MONTH false 2007-02-01 2007-02-28',
      '2009-02-28 DAY true  2009-02-28',
      '2009-03-01 DAY false 2009-03-01 2009-03-01',
    ]);
    for (const { when, positions, ...moment } of nodes) {
      expect(Object.values(when)).toEqual(Object.values(moment));
      for (const position of positions.nodes) {
        expect(position.when).toEqual(when);
        expect(Object.values(position).slice(0, 3)).toEqual(Object.values(when).slice(0, 3));
      }
    }
  });

  it.each([
    ['moments', 'statedOn notBefore median', 5],
    ['shifts', 'from to notAfter', 3],
  ])('pages %s forwards and backwards', async (name, fields, total) => {
    const list = async (page: string): Promise<Loose> => {
      const { data } = await corpus.ask(
        `{ timeline(actor: "pilots-guild", condition: "CLOSED_QUAY", codebook: "quay-terms") {
             list: ${name}(${page}) { totalCount nodes { ${fields} }
               pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
      );
      return data.timeline.list;
    };

    const whole = await list('first: 100');
    const start = await list('first: 2');
    const rest = await list(`after: "${start.pageInfo.endCursor}"`);
    const again = await list(`last: 2, before: "${rest.pageInfo.startCursor}"`);

    expect(whole.totalCount).toBe(total);
    expect(whole.nodes).toHaveLength(total);
    expect(start.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect([...start.nodes, ...rest.nodes]).toEqual(whole.nodes);
    expect(again.nodes).toEqual(start.nodes);
  });

  it('excludes later positions at an earlier revision', async () => {
    const { errors } = await corpus.ask(
      '{ timeline(actor: "pilots-guild", condition: "CLOSED_QUAY", codebook: "quay-terms", revision: 1) { revision } }',
    );

    expect(errors?.[0]?.extensions?.code).toBe('UNKNOWN_CODEBOOK');
  });
});

function ids(list: Loose): string[] {
  return list.nodes.map(({ id }: Loose) => id);
}
