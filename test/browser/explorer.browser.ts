import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config.ts';
import { type RunningServer, startServer } from '#src/server/start-server.ts';
import { openStore, type Store } from '#src/store/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const PAGES = [
  '/',
  '/?cell=hamas:RECOGNITION',
  '/?cell=hamas:PRIOR_AGREEMENTS',
  '/?channel=PRIVATE&retellings=1&from=2006-02-01&to=2009-12-31',
  '/time?condition=RECOGNITION',
  '/divergence',
  '/network',
  '/documents',
  '/documents/07MOSCOW828',
  '/documents/C05763811',
  '/documents/2014-06-06-us-held-secret-talks-with-hamas-for-months-report',
  '/documents/UNKNOWN1',
  '/actors',
  '/actors/khaled-mishal',
  '/search?q=recognise',
] as const;

const cellOf = (page: Page, name: RegExp) => page.getByRole('button', { name });
const HAMAS_RECOGNITION = /^Hamas, Recognise Israel/;
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('the explorer in a real browser', () => {
  let place: Place;
  let server: RunningServer & { readonly store: Store };
  let browser: Browser;
  let origin: string;
  const opened: WatchedPage[] = [];

  beforeAll(async () => {
    place = await makePlace('seeded');
    const openCorpus = () => openStore(place.options);
    server = await startServer(readConfig({ PORT: '0', DEMARCHE_LOG: 'silent' }), openCorpus);
    origin = new URL(server.url).origin;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await server.store.close();
    await place.remove();
  });

  /** Every page is one of a user who must not be asked elsewhere, nor complained to. */
  async function open(path: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
    const watched = await openPage(browser, origin, options);
    opened.push(watched);
    await watched.page.goto(path, { waitUntil: 'networkidle' });
    await watched.page.locator('main h1').waitFor();
    return watched.page;
  }
  afterEach(async () => {
    const watched = opened.splice(0);
    for (const { page } of watched) await page.context().close();
    const wrong = watched.flatMap(({ complaints, foreign }) => [...complaints, ...foreign]);
    if (wrong.length > 0)
      throw new Error(`The page complained, or asked elsewhere: ${wrong.join('\n')}`);
  });

  it('leads from the matrix to a cell, its words, their document, and back by a link', async () => {
    const page = await open('/');

    await cellOf(page, HAMAS_RECOGNITION).click();
    const panel = page.getByRole('dialog', { name: 'Hamas: Recognise Israel' });
    const card = panel.getByRole('article').first();
    const words = await card.locator('mark').innerText();
    await expect.poll(() => page.url()).toContain('cell=hamas:RECOGNITION');
    await card.locator('figcaption a').click();
    const chosen = page.locator('mark.chosen').first();
    await chosen.waitFor();

    const marked = (await page.locator('mark.chosen').allInnerTexts()).join('');
    expect(flat(marked)).toContain(flat(words));
    await expect.poll(() => chosen.isVisible()).toBe(true);
    await page.locator('[aria-current="true"]').getByRole('link').first().click();
    await page.getByRole('dialog', { name: 'Hamas: Recognise Israel' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goBack();
    await page.locator('mark.chosen').first().waitFor();
  });

  it('draws who told whom as a path that ends in the document', async () => {
    const page = await open('/?cell=hamas:RECOGNITION');

    const path = page.getByRole('dialog').getByRole('list', { name: 'Who told whom' }).first();
    await path.waitFor();
    const stops = await path.getByRole('listitem').allInnerTexts();

    expect(stops.length).toBeGreaterThan(2);
    expect(stops[0]).toMatch(/Mishal\n+in public, 27 Feb 2007/);
    expect(stops.at(-1)).toBe('07MOSCOW828');
  });

  it('keeps its filters in the address, and goes back and forward through them', async () => {
    const page = await open('/');
    const figures = () => page.locator('.counts').allInnerTexts();
    const all = await figures();

    await page.getByRole('button', { name: 'Setting all' }).click();
    await page.getByRole('checkbox', { name: 'in private' }).check();
    await expect.poll(() => page.url()).toContain('channel=PRIVATE');
    await expect.poll(figures).not.toEqual(all);
    const inPrivate = await figures();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Retellings' }).selectOption('1');
    await expect.poll(() => page.url()).toContain('channel=PRIVATE&retellings=1');
    await page.goBack();
    await expect.poll(figures).toEqual(inPrivate);
    await page.goBack();
    await expect.poll(figures).toEqual(all);
    await page.goForward();
    await expect.poll(figures).toEqual(inPrivate);

    const other = await open(page.url().slice(origin.length));
    expect(await other.locator('.counts').allInnerTexts()).toEqual(inPrivate);
    await other.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => other.locator('.counts').allInnerTexts()).toEqual(all);
    expect(new URL(other.url()).search).toBe('');
  });

  it('shows the same figures as the API', async () => {
    const page = await open('/?source=united-states&kind=CABLE');
    const query = `{ comparison(groupBy: PARTY, filter: { reportedBy: ["united-states"], documentKinds: [CABLE] }) {
      rows { cells { count } } } }`;
    const answer = await fetch(server.url, {
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

  it('moves its period by the brush, as a whole and by either end', async () => {
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

  it('can be used with the keyboard alone', async () => {
    const page = await open('/');
    const focused = () =>
      page.evaluate(
        `document.activeElement.getAttribute('aria-label') || document.activeElement.textContent`,
      );

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    for (let presses = 0; !String(await focused()).startsWith('United States, '); presses += 1) {
      expect(presses).toBeLessThan(40);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(HAMAS_RECOGNITION);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await expect.poll(focused).toBe('Hamas: Recognise Israel');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toMatch(HAMAS_RECOGNITION);
  });

  it('finds as one types, with the words around', async () => {
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

  it('saves a picture and its data', async () => {
    const page = await open('/');
    const save = async (name: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('group', { name: 'Save' }).getByRole('button', { name }).click(),
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

  it('marks evidence in a document, overlaps too, and says where there are only excerpts', async () => {
    const page = await open('/documents/06STATE27174');
    const marks = await page.locator('mark.evidence').count();
    const overlapping = await page.locator('mark.evidence .line .line').count();
    const cut = await open('/documents/2009-07-16-ex-us-diplomat-talks-with-hamas');

    expect(marks).toBeGreaterThan(0);
    expect(overlapping).toBeGreaterThan(0);
    expect(await cut.getByText('Only the sentences that are quoted').count()).toBe(1);
    expect(await cut.getByRole('link', { name: /C05763811/ }).count()).toBe(1);
  });

  it('says what to do when the server has gone, and goes on when it is back', async () => {
    const { page } = await openPage(browser, origin);
    await page.route('**/graphql**', (route) => route.abort());
    await page.goto('/');
    const alert = page.getByRole('alert');
    await alert.getByText('The server does not answer').waitFor({ timeout: 30_000 });

    await page.unroute('**/graphql**');
    await alert.getByRole('button', { name: 'Try again' }).click();

    await cellOf(page, HAMAS_RECOGNITION).waitFor();
    expect(await alert.count()).toBe(0);
    await page.context().close();
  });

  it('asks nothing but operations that are known by their hash', async () => {
    const asked: string[] = [];
    const { page } = await openPage(browser, origin);
    page.on('request', (request) => {
      if (request.url().includes('/graphql')) asked.push(`${request.method()} ${request.url()}`);
    });
    for (const path of PAGES) await page.goto(path, { waitUntil: 'networkidle' });
    await page.context().close();

    expect(asked.length).toBeGreaterThan(PAGES.length);
    expect(
      asked.filter((each) => !/^GET .*\/graphql\?documentId=sha256%3A[0-9a-f]{64}/.test(each)),
    ).toEqual([]);
  });

  it('is less than 200 KB until it can be used', async () => {
    const { page } = await openPage(browser, origin);
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

  it.each(PAGES)(
    'has room for everything, and nothing that the WCAG 2.2 AA forbid: %s',
    async (path) => {
      const page = await open(path);
      await page.evaluate(axe.source);

      for (const width of [360, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const found = await page.evaluate(
            `axe.run(document, { runOnly: ${JSON.stringify(STANDARDS)} }).then(({ violations, passes }) => ({
            passes: passes.length,
            violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) =>
              html.slice(0, 150) + ' ' + (any[0]?.message ?? '')).join(' | ')),
            beyond: document.documentElement.scrollWidth - innerWidth,
          }))`,
          );

          expect({ width, colorScheme, ...(found as object) }).toEqual({
            width,
            colorScheme,
            passes: expect.any(Number),
            violations: [],
            beyond: expect.any(Number),
          });
          expect((found as { passes: number }).passes).toBeGreaterThan(10);
          expect((found as { beyond: number }).beyond).toBeLessThanOrEqual(0);
        }
      }
    },
  );

  it('prints the matrix without its controls', async () => {
    const page = await open('/');

    await page.emulateMedia({ media: 'print' });

    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.masthead').isVisible()).toBe(false);
    expect(await cellOf(page, HAMAS_RECOGNITION).isVisible()).toBe(true);
  });
});

describe('what a stranger has written', () => {
  let place: Place;
  let server: RunningServer & { readonly store: Store };
  let browser: Browser;
  const SCRIPT =
    '<script>globalThis.planted = 1</script><img src=x onerror="globalThis.planted = 1">';
  const TURNED = ' zebra abc\u202Edef';
  const LINK = 'javascript:globalThis.planted=1';

  beforeAll(async () => {
    place = await makePlace('seeded');
    const store = await openStore(place.options);
    await store.prisma
      .$executeRaw`UPDATE position SET summary = ${SCRIPT + TURNED}, rationale = ${LINK}`;
    await store.prisma
      .$executeRaw`UPDATE document SET title = ${SCRIPT + TURNED}, provenance = ${LINK}, origin = ${SCRIPT}`;
    await store.close();
    const openCorpus = () => openStore(place.options);
    server = await startServer(readConfig({ PORT: '0', DEMARCHE_LOG: 'silent' }), openCorpus);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await server.store.close();
    await place.remove();
  });

  it.each([
    '/?cell=hamas:RECOGNITION',
    '/documents',
    '/documents/07MOSCOW828',
    '/actors/hamas',
    '/time?condition=RECOGNITION',
    '/search?q=zebra',
  ])('is shown as it is written, and does nothing: %s', async (path) => {
    const { page, complaints, foreign } = await openPage(browser, new URL(server.url).origin);
    await page.goto(path, { waitUntil: 'networkidle' });
    const text = async (): Promise<string> => {
      await page.evaluate(
        `for (const each of document.querySelectorAll('details')) each.open = true`,
      );
      return page.locator('body').innerText();
    };

    await expect.poll(text, { timeout: 20_000 }).toContain('abc\u2426def');
    // Of a search, only some words around are shown.
    const isWhole = (await text()).includes('<script>globalThis.planted');
    expect(isWhole || path.startsWith('/search')).toBe(true);
    const html = await page.content();
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    await page.context().close();

    expect(html).not.toContain('\u202E');
    expect(links.filter((href) => /^\s*javascript:/i.test(href ?? ''))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('would not run if it were put into the page', async () => {
    const { page, complaints } = await openPage(browser, new URL(server.url).origin);
    await page.goto('/', { waitUntil: 'networkidle' });

    const planted = await page.evaluate(`
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.planted = 1">');
      const script = document.createElement('script');
      script.textContent = 'globalThis.planted = 1';
      document.body.append(script);
      new Promise((resolve) => setTimeout(() => resolve(globalThis.planted ?? null), 300))`);
    await page.context().close();

    expect(planted).toBeNull();
    expect(complaints.join('\n')).toContain('Content Security Policy');
  });
});
