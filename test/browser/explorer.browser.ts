import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { cellOf, HAMAS_RECOGNITION, PAGES } from './pages.ts';
import { useExplorer } from './use-explorer.ts';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('the explorer in a real browser', () => {
  const explorer = useExplorer();
  const { open } = explorer;

  it('links a cell to its evidence, the evidence to its document, and back', async () => {
    const page = await open('/');

    await cellOf(page, HAMAS_RECOGNITION).click();
    const panel = page.getByRole('dialog', { name: 'Hamas: Recognise Israel' });
    const card = panel.getByRole('article').first();
    const words = await card.locator('mark').innerText();
    await expect.poll(() => page.url()).toContain('cell=hamas:RECOGNITION');
    await card.locator('figcaption a').click();
    const selected = page.locator('mark.selected').first();
    await selected.waitFor();

    const marked = (await page.locator('mark.selected').allInnerTexts()).join('');
    expect(flat(marked)).toContain(flat(words));
    await expect.poll(() => selected.isVisible()).toBe(true);
    await page.locator('[aria-current="true"]').getByRole('link').first().click();
    await page.getByRole('dialog', { name: 'Hamas: Recognise Israel' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goBack();
    await page.locator('mark.selected').first().waitFor();
  });

  it('shows the attribution as a chain that ends in the document', async () => {
    const page = await open('/?cell=hamas:RECOGNITION');

    const path = page
      .getByRole('dialog')
      .getByRole('list', { name: 'Attribution: who told whom' })
      .first();
    await path.waitFor();
    const stops = await path.getByRole('listitem').allInnerTexts();

    expect(stops.length).toBeGreaterThan(2);
    expect(stops[0]).toMatch(/Mishal\n+in public, 27 Feb 2007/);
    expect(stops.at(-1)).toBe('07MOSCOW828');
  });

  it('keeps filters in the address and in the browser history', async () => {
    const page = await open('/');
    const figures = () => page.locator('.counts').allInnerTexts();
    const all = await figures();

    await page.getByRole('button', { name: 'Channel all' }).click();
    await page.getByRole('checkbox', { name: 'in private' }).check();
    await expect.poll(() => page.url()).toContain('channel=PRIVATE');
    await expect.poll(figures).not.toEqual(all);
    const inPrivate = await figures();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Maximum retellings' }).selectOption('1');
    await expect.poll(() => page.url()).toContain('channel=PRIVATE&retellings=1');
    await page.goBack();
    await expect.poll(figures).toEqual(inPrivate);
    await page.goBack();
    await expect.poll(figures).toEqual(all);
    await page.goForward();
    await expect.poll(figures).toEqual(inPrivate);

    const other = await open(page.url().slice(explorer.origin().length));
    expect(await other.locator('.counts').allInnerTexts()).toEqual(inPrivate);
    await other.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => other.locator('.counts').allInnerTexts()).toEqual(all);
    expect(new URL(other.url()).search).toBe('');
  });

  it('shows the same figures as the API', async () => {
    const page = await open('/?source=united-states&kind=CABLE');
    const query = `{ comparison(groupBy: PARTY, filter: { reportedBy: ["united-states"], documentKinds: [CABLE] }) {
      rows { cells { count } } } }`;
    const answer = await fetch(explorer.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = (await answer.json()) as {
      data: { comparison: { rows: { cells: { count: number }[] }[] } };
    };

    const shown = await page.locator('.matrix tbody td').allInnerTexts();

    expect(shown.map((text) => Number(/(\d+) in/.exec(text)?.[1] ?? 0))).toEqual(
      data.comparison.rows.flatMap(({ cells }) => cells.map(({ count }) => count)),
    );
  });

  it('moves the period with the brush, as a whole and by either end', async () => {
    const page = await open('/');
    const range = page.locator('.slider-range');

    await page.getByRole('slider', { name: 'Last month' }).focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.url()).toContain('to=2013-06-30');
    await page.getByRole('slider', { name: 'First month' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('from=2006-02-01&to=2013-06-30');
    const box = (await range.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 300, middle.y, { steps: 5 });
    await page.mouse.up();

    await expect.poll(() => page.url()).toMatch(/\?from=2007-02-01$/);
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('2014-06-30');
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2007-02-01');
    expect(
      await page.getByRole('slider', { name: 'Last month' }).getAttribute('aria-valuetext'),
    ).toBe('June 2014');
  });

  it('prefetches the next month in the direction of the brush', async () => {
    const page = await open('/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(decodeURIComponent(request.url())));
    const isRequested = (day: string): boolean =>
      requests.some((url) => url.includes(`"statedFrom":"${day}"`));
    await page.getByRole('slider', { name: 'First month' }).focus();

    await page.keyboard.press('ArrowRight');
    await expect.poll(() => isRequested('2006-02-01')).toBe(true);
    await page.keyboard.press('ArrowRight');

    await expect.poll(() => isRequested('2006-04-01')).toBe(true);
    expect(isRequested('2006-03-01')).toBe(true);
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2006-03-01');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).toMatch(/from=2006-02-01$/);
    // The previous period is cached, and so is the one after it.
    expect(isRequested('2006-05-01')).toBe(false);
  });

  it('carries a period along when a link is followed right after its selection', async () => {
    const page = await open('/');
    await page.getByRole('slider', { name: 'First month' }).focus();
    const link = page.getByRole('link', { name: 'Timeline', exact: true });
    await link.hover();

    await page.keyboard.press('ArrowRight');
    await link.click({ delay: 50 });

    await expect.poll(() => page.url()).toMatch(/\/time\?from=2006-02-01$/);
    await page.goBack();
    await expect.poll(() => page.url()).toMatch(/\/\?from=2006-02-01$/);
  });

  it('searches while the user types and shows matches in context', async () => {
    const page = await open('/');

    await page
      .getByRole('searchbox', { name: /^Search/ })
      .pressSequentially('Mashaal', { delay: 20 });
    await page.getByRole('link', { name: 'Khaled Mishal', exact: true }).first().waitFor();
    await expect.poll(() => page.url()).toContain('/search?q=Mashaal');
    await page.getByRole('searchbox', { name: /^Search/ }).fill('recognise Israel');
    await page.locator('.snippet mark').first().waitFor();

    await expect
      .poll(() => page.getByRole('status').innerText())
      .toMatch(/^\d+ results? for recognise Israel$/);
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
  });

  it('exports a chart as SVG and PNG, and its data as CSV', async () => {
    const page = await open('/');
    const save = async (name: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('group', { name: 'Download' }).getByRole('button', { name }).click(),
      ]);
      return readFile(await file.path());
    };

    const [svg, png, csv] = [await save('SVG'), await save('PNG'), await save('CSV')];

    expect(svg.toString('utf8')).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.toString('utf8')).toContain('Recognise Israel');
    expect(svg.toString('utf8')).toContain('fill="rgb(');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const lines = csv.toString('utf8').trim().split('\n');
    expect(lines[0]).toContain('actor,actor_name,condition');
    expect(lines).toHaveLength(1 + (await page.locator('.matrix tbody td').count()));
  });

  it('marks evidence in a document, even if it overlaps, and labels excerpts', async () => {
    const page = await open('/documents/06STATE27174');
    const marks = await page.locator('mark.evidence').count();
    const overlapping = await page.locator('mark.evidence .line .line').count();
    const cut = await open('/documents/2009-07-16-ex-us-diplomat-talks-with-hamas');

    expect(marks).toBeGreaterThan(0);
    expect(overlapping).toBeGreaterThan(0);
    expect(await cut.getByText('Only the quoted sentences').count()).toBe(1);
    expect(await cut.getByRole('link', { name: /C05763811/ }).count()).toBe(1);
  });

  it('reports an unreachable server and recovers by "Try again"', async () => {
    const { page } = await explorer.watch();
    await page.route('**/graphql?*', (route) => route.abort());
    await page.goto('/');
    const alert = page.getByRole('alert');
    await alert.getByText('Cannot reach the server').waitFor({ timeout: 30_000 });

    await page.unroute('**/graphql?*');
    await alert.getByRole('button', { name: 'Try again' }).click();

    await cellOf(page, HAMAS_RECOGNITION).waitFor();
    expect(await alert.count()).toBe(0);
    await page.context().close();
  });

  it('reports an unreachable server immediately when the browser is offline', async () => {
    const { page } = await explorer.watch();
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.context().setOffline(true);

    await page.getByRole('combobox', { name: 'Maximum retellings' }).selectOption('1');

    const alert = page.getByRole('alert');
    await alert.getByText('Cannot reach the server').waitFor();
    await page.context().setOffline(false);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.matrix-container[data-old]').waitFor({ state: 'detached' });
    await expect.poll(() => alert.count()).toBe(0);
    await page.context().close();
  });

  it('sends persisted operations only', async () => {
    const requests: string[] = [];
    const { page } = await explorer.watch();
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql')
        requests.push(`${request.method()} ${request.url()}`);
    });
    for (const path of PAGES) await page.goto(path, { waitUntil: 'networkidle' });
    await page.context().close();

    expect(requests.length).toBeGreaterThan(PAGES.length);
    expect(
      requests.filter((each) => !/^GET .*\/graphql\?documentId=sha256%3A[0-9a-f]{64}/.test(each)),
    ).toEqual([]);
  });

  it('transfers less than 200 KB until the comparison is usable', async () => {
    const { page } = await explorer.watch();
    let bytes = 0;
    page.on('requestfinished', async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      bytes += responseBodySize + responseHeadersSize;
    });
    await page.goto('/', { waitUntil: 'networkidle' });
    await cellOf(page, HAMAS_RECOGNITION).waitFor();
    await page.context().close();

    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
  });
});
