import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { type Explorer, useExplorer } from './use-explorer.ts';

interface LaneData {
  readonly timeline: {
    readonly moments: {
      readonly nodes: readonly {
        readonly statedOn: string;
        readonly positions: {
          readonly nodes: readonly { readonly stance: string; readonly channel: string }[];
        };
      }[];
    };
  };
  readonly discrepancies: { readonly pairs: { readonly totalCount: number } };
}

async function queryLane(explorer: Explorer, actor: string, condition: string): Promise<LaneData> {
  const query = `{
    timeline(actor: "${actor}", condition: "${condition}") {
      moments(first: 100) {
        nodes { statedOn positions(first: 100) { nodes { stance channel } } }
      }
    }
    discrepancies(actor: "${actor}", condition: "${condition}") { pairs { totalCount } }
  }`;
  const answer = await fetch(explorer.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: LaneData }).data;
}

const byCount = (a: number, b: number): number => a - b;

const laneOf = (page: Page, actor: string): Locator =>
  page.getByRole('region', { name: actor, exact: true });

async function tableOf(lane: Locator, caption: string): Promise<Locator> {
  await lane.getByText('Show as table').click();
  return lane.getByRole('table', { name: caption });
}

/** Title and bounding box of each mark of a lane. */
async function marksOf(lane: Locator) {
  await lane.locator('.mark').first().waitFor();
  const marks = await lane.locator('.mark').all();
  return Promise.all(
    marks.map(async (mark) => ({
      title: (await mark.locator('title').textContent()) ?? '',
      box: await mark.locator('path').boundingBox(),
    })),
  );
}

describe('the timeline page', () => {
  const explorer = useExplorer();
  const { open } = explorer;

  it('counts and draws the discrepancies that the API returns', async () => {
    const page = await open('/time?condition=RECOGNITION');
    const { pairs } = (await queryLane(explorer, 'hamas', 'RECOGNITION')).discrepancies;

    const lane = laneOf(page, 'Hamas');
    await lane.getByText(`${pairs.totalCount} discrepancies (`).waitFor();

    expect(pairs.totalCount).toBe(10);
    expect(await lane.locator('.discrepancy').count()).toBe(10);
  });

  it.each([
    ['Russia', 'russia', 'ASSISTANCE'],
    ['United States', 'united-states', 'CONTACT'],
  ])(
    'has a mark for every date, stance and channel: %s (%s), %s',
    async (name, actor, condition) => {
      const page = await open(`/time?condition=${condition}`);
      const { moments } = (await queryLane(explorer, actor, condition)).timeline;
      const kinds = moments.nodes.flatMap(({ statedOn, positions }) => [
        ...Map.groupBy(positions.nodes, (each) => `${statedOn} ${each.stance} ${each.channel}`),
      ]);

      const marks = await marksOf(laneOf(page, name));

      const others = marks.map(({ title }) => Number(/, and (\d+) more\./.exec(title)?.[1] ?? 0));
      expect(others.toSorted(byCount)).toEqual(
        kinds.map(([, { length }]) => length - 1).toSorted(byCount),
      );
    },
  );

  it('draws public and private positions of one day side by side', async () => {
    const page = await open('/time?condition=ASSISTANCE');

    const marks = await marksOf(laneOf(page, 'Russia'));
    const markOf = (how: string) =>
      marks.find(({ title }) => title.startsWith(`17 Feb 2006, ${how}`) && /qualifies/.test(title));
    const [apart, together] = [markOf('in public')?.box, markOf('in private')?.box];

    expect(together?.width).toBeGreaterThan(apart?.width ?? Infinity);
    const [left, right] = [apart, together].toSorted((a, b) => (a?.x ?? 0) - (b?.x ?? 0));
    const middle = (right?.x ?? 0) + (right?.width ?? 0) / 2;
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(middle);
  });

  it('draws larger marks for several positions', async () => {
    const page = await open('/time?condition=CONTACT');

    const marks = await marksOf(laneOf(page, 'United States'));

    // Counted by hand in the coding of 06STATE27174: three times upholds, twice qualifies.
    const titles = marks
      .map(({ title }) => title)
      .filter((title) => title.startsWith('18 Feb 2006'));
    expect(titles.toSorted()).toEqual([
      expect.stringMatching(/qualifies, and 1 more\./),
      expect.stringMatching(/upholds, and 2 more\./),
    ]);
  });

  it('reports an unknown condition and offers the known ones', async () => {
    const page = await open('/time?condition=NOPE');

    await page.getByRole('heading', { name: 'Condition not found: NOPE' }).waitFor();
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
    expect(await page.locator('.lane').count()).toBe(0);
    await page.getByRole('button', { name: 'Recognise Israel' }).click();

    await laneOf(page, 'Hamas').waitFor();
    expect(page.url()).toContain('condition=RECOGNITION');
    expect(await page.getByText('Condition not found').count()).toBe(0);
  });

  it('loads lanes out of view once idle, so that they can be printed', async () => {
    const { page } = await explorer.watch({ viewport: { width: 1000, height: 300 } });
    const waiting = (): Promise<number> => page.locator('.lane-loading').count();
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await page.goto('/time?condition=RECOGNITION');
    await page.locator('.lane-chart').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await waiting()).toBeGreaterThan(1);

    // One idle pause loads all of them.
    await page.clock.runFor(250);

    await expect.poll(waiting).toBe(0);
    const lanes = await page.locator('.lane').count();
    expect(lanes).toBeGreaterThan(3);
    expect(await page.locator('.lane-chart').count()).toBe(lanes);
    await page.context().close();
  });

  it('requests lanes out of view again if they were left before they loaded', async () => {
    const { page } = await explorer.watch({ viewport: { width: 1000, height: 300 } });
    const waiting = (): Promise<number> => page.locator('.lane-loading').count();
    const choose = async (condition: string): Promise<void> => {
      await page.getByRole('button', { name: condition }).click();
      await page.locator('.lane-chart').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await waiting()).toBeGreaterThan(0);
    };
    let unanswered = '';
    await page.route('**/graphql?*', async (route) => {
      const url = decodeURIComponent(route.request().url());
      if (!url.includes(`"condition":"${unanswered}"`)) await route.continue();
    });
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await page.goto('/time?condition=RECOGNITION');
    await choose('Recognise Israel');
    for (const [code, other] of [
      ['RECOGNITION', 'Withhold political contact'],
      ['CONTACT', 'Recognise Israel'],
    ] as const) {
      unanswered = code;
      await page.clock.runFor(250);
      await choose(other);
    }

    await page.clock.runFor(250);

    await page.waitForLoadState('networkidle');
    await expect.poll(waiting).toBe(0);
    await page.context().close();
  });

  it('labels the dates, medians and shifts of its tables', async () => {
    const page = await open('/time?condition=RECOGNITION');
    const lane = laneOf(page, 'Hamas');

    const table = await tableOf(lane, 'Hamas: positions by date');

    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Date',
      'Median stance',
      'Positions',
    ]);
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      'by 27 Feb 2007',
      '27 Feb 2007',
      'by 16 Jul 2009',
    ]);
    expect(await lane.getByText(/^From /).allInnerTexts()).toEqual([
      'From +1.0 to +0.5, by 27 Feb 2007 (order of dates uncertain)',
      'From +0.5 to −1.0, between 27 Feb 2007 and 16 Jul 2009 (order of dates uncertain)',
    ]);
    await page.getByRole('img', { name: /^Quartet: 1 date;/ }).waitFor();
  });

  it('explains arrows and sizes in the legend', async () => {
    const page = await open('/time?condition=RECOGNITION');

    const legend = await page.locator('ul.legend').getByRole('listitem').allInnerTexts();

    expect(legend.map((text) => text.trim())).toEqual(
      expect.arrayContaining([
        'larger mark: several positions',
        'shift of the median',
        'shift whose order of dates is uncertain',
      ]),
    );
  });
});

/** More positions on one day than a lane loads. */
const SAYINGS = Array.from({ length: 60 }, (_, index) => `Saying ${index + 1} left it open`);
const DOCUMENT = `reference: sayings-of-a-day
kind: STATEMENT
title: Sayings of a day
createdAt: 2006-12-31
authors:
  - { name: Hamas, actor: hamas }
excerpts:
${SAYINGS.map((words) => `  - ${words}.`).join('\n')}
`;
const STATEMENTS = SAYINGS.map(
  (words, index) => `
  - id: saying-${index + 1}
    holder: hamas
    statedOn: 2006-03-31
    channel: PUBLIC
    wording: VERBATIM
    quote: ${words}
    attribution:
      - { speaker: hamas, channel: PUBLIC, date: 2006-03-31 }
    positions:
      - { condition: RECOGNITION, stance: RESISTS, summary: Made up for a long day. }`,
);
const CODING = `document: sayings-of-a-day
codebook: quartet-principles
version: 1
coder: daily-coder
statements:${STATEMENTS.join('')}
`;

describe('a lane with more positions on one day than it loads', () => {
  const { open } = useExplorer(async (store) => {
    const folder = await writeFiles({ 'sayings.yaml': DOCUMENT, 'coding.yaml': CODING });
    const note = { author: 'test', message: 'a long day' };
    await importPaths(store, { paths: [folder], ...note, dryRun: false });
  });

  it('states what it leaves out and links to it', async () => {
    const page = await open('/time?channel=PUBLIC,PRIVATE&condition=RECOGNITION');
    const lane = laneOf(page, 'Hamas');

    await lane.getByText('Arcs show the first 20 discrepancies').waitFor();
    expect(await lane.locator('.discrepancy').count()).toBe(20);
    const facts = await lane.locator('.facts').innerText();
    expect(facts).toContain('On dates with more than 50 positions, marks show the first 50');
    const table = await tableOf(lane, 'Hamas: positions by date');
    await table.getByRole('link', { name: 'and 50 more' }).click();

    await page
      .getByRole('dialog')
      .getByText(/^60 positions in 1 document/)
      .waitFor();
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      '/',
      {
        cell: 'hamas:RECOGNITION',
        from: '2006-03-31',
        to: '2006-03-31',
        channel: 'PUBLIC,PRIVATE',
      },
    ]);
  });
});
