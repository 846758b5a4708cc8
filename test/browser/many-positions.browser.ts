import { describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { useExplorer } from './use-explorer.ts';

/** More dates than a lane draws one by one: every day from 31 March 2006. */
const DATES = Array.from({ length: 150 }, (_, day) =>
  new Date(Date.UTC(2006, 2, 31 + day)).toISOString().slice(0, 10),
);
const wordsOf = (date: string): string => `On ${date} the operationQuery stayed open`;
const SAYINGS = `reference: daily-sayings
kind: STATEMENT
title: Sayings, day by day
createdAt: 2006-12-31
authors:
  - { name: Hamas, actor: hamas }
excerpts:
${DATES.map((date) => `  - ${wordsOf(date)}.`).join('\n')}
`;
const STATEMENTS = DATES.map(
  (date) => `
  - id: on-${date}
    holder: hamas
    statedOn: ${date}
    channel: PUBLIC
    wording: VERBATIM
    quote: ${wordsOf(date)}
    attribution:
      - { speaker: hamas, channel: PUBLIC, date: ${date} }
    positions:
      - { condition: RECOGNITION, stance: RESISTS, summary: Made up for a long lane. }`,
);
const CODING = `document: daily-sayings
codebook: quartet-principles
version: 1
coder: daily-coder
statements:${STATEMENTS.join('')}
`;

describe('a corpus with more data than one page shows', () => {
  const { open } = useExplorer(async (store) => {
    const folder = await writeFiles({ 'sayings.yaml': SAYINGS, 'coding.yaml': CODING });
    const note = { author: 'test', message: 'a long lane' };
    await importPaths(store, { paths: [folder], ...note, dryRun: false });
  });

  it('shows the actors with the most positions first, and more on request', async () => {
    const page = await open('/?rows=2');
    const names = () => page.locator('.matrix tbody th a').allInnerTexts();
    const more = page.getByRole('button', {
      name: /^Showing 2 of \d+ actors, by number of positions/,
    });

    expect(await names()).toHaveLength(2);
    const actors = Number(/of (\d+)/.exec(await more.innerText())?.[1]);
    await more.click();

    await expect.poll(names).toHaveLength(actors);
    expect(await more.count()).toBe(0);
    // The focus stays on the button.
    expect(await page.locator(':focus').innerText()).toBe(`Showing all ${actors} actors`);
    await expect.poll(() => page.url()).toContain('rows=14');
    await page.goBack();
    await expect.poll(names).toHaveLength(2);
  });

  it.each([
    ['/divergence?rows=2', 'img', /^Distances between 2 actors on Recognise Israel/],
    ['/network?rows=2', 'group', /^2 actors and/],
  ] as const)('limits the actors of other charts too: %s', async (address, role, name) => {
    const page = await open(address);

    await page.getByRole(role, { name }).waitFor();
    await page.getByRole('button', { name: /^Showing 2 of \d+ actors/ }).click();

    await page.getByRole(role, { name }).waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toContain('rows=14');
  });

  it('keeps the focus on "Show more" until the last page', async () => {
    const page = await open('/?cell=hamas:RECOGNITION');
    const panel = page.getByRole('dialog');
    const [, all] = /^(\d+) positions/m.exec(await panel.innerText()) ?? [];
    const focused = (): Promise<string> => page.locator(':focus').innerText();
    const shown = panel.getByRole('listitem').filter({ has: page.locator('blockquote') });
    const before = await shown.count();
    expect(before).toBeLessThan(Number(all));

    await panel.getByRole('button', { name: /more/i }).focus();
    for (let known = before; known < Number(all); known = await shown.count()) {
      await page.keyboard.press('Enter');
      await shown.nth(known).waitFor();
    }

    await expect.poll(focused).toBe(`Showing all ${all}`);
    await page.keyboard.press('Enter');
    expect(await shown.count()).toBe(Number(all));
  });

  it('summarises a long lane by month, with links to the dates', async () => {
    const page = await open('/time?condition=RECOGNITION');
    const lane = page.getByRole('region', { name: 'Hamas', exact: true });
    const shown = (what: string) => lane.getByRole('img', { name: new RegExp(what) });
    await shown('^Hamas: \\d+ months').waitFor();
    await lane.getByText('Show as table').click();

    expect(await lane.getByRole('row').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^May 2006\s+−1\.0\s+31 resists/),
    );
    await lane.getByRole('link', { name: 'May 2006' }).click();

    await expect.poll(() => page.url()).toContain('from=2006-05-01&to=2006-05-31');
    await shown('^Hamas: 31 dates').waitFor();
    await page.goBack();
    await shown('^Hamas: \\d+ months').waitFor();
    await lane.locator('rect.mark').nth(3).click();
    await expect.poll(() => page.url()).toMatch(/from=\d{4}-\d\d-01&to=/);
  });
});
