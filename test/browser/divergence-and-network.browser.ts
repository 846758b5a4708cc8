import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useExplorer } from './use-explorer.ts';

const EMPTY = 'No positions match these filters. Try a longer period or fewer filters.';

/** Lowest contrast of a figure on its cell, from the computed colours. */
const MIN_CONTRAST = `(() => {
  const light = (colour) => colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const colour = (text) => text.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255);
  const ground = colour(getComputedStyle(document.body).backgroundColor);
  return Math.min(...[...document.querySelectorAll('main svg rect.distance')].map((rect) => {
    const style = getComputedStyle(rect);
    const opacity = Number(style.fillOpacity);
    const cell = colour(style.fill).map((c, i) => c * opacity + ground[i] * (1 - opacity));
    const figure = colour(getComputedStyle(rect.parentElement.querySelector('text')).fill);
    const [low, high] = [light(cell), light(figure)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }));
})()`;

describe('the divergence page', () => {
  const { open } = useExplorer();

  it('lists distances in tables, largest first, with links to evidence', async () => {
    const page = await open('/divergence');
    const matrix = distanceMatrixOf(page, 'Recognise Israel');
    await matrix.getByText('Show as table').click();
    const table = matrix.getByRole('table', { name: /^Distances on Recognise Israel/ });

    const distances = (await table.locator('tbody td:nth-child(2)').allInnerTexts()).map(Number);
    expect(distances.length).toBeGreaterThan(3);
    expect(distances).toEqual(distances.toSorted((a, b) => b - a));
    expect(await table.getByRole('rowheader').count()).toBe(distances.length);
    await table.getByRole('link', { name: 'Hamas', exact: true }).first().click();

    await page.getByRole('dialog', { name: 'Hamas: Recognise Israel' }).waitFor();
    expect(new URL(page.url()).search).toBe('?cell=hamas:RECOGNITION');
  });

  it('names both actors in the title of each cell', async () => {
    const page = await open('/divergence?actors=hamas,united-states');
    const matrix = distanceMatrixOf(page, 'Recognise Israel');

    const titles = await matrix.locator('svg title').allTextContents();
    expect(titles).toEqual([
      expect.stringMatching(/^Hamas and United States: \d\.\d\d$/),
      expect.stringMatching(/^United States and Hamas: \d\.\d\d$/),
    ]);
  });

  it('has sufficient contrast on every cell in both themes', async () => {
    const page = await open('/divergence');

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(MIN_CONTRAST)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has no empty row or column, and names that do not overlap the matrix', async () => {
    const page = await open('/divergence');

    const squares = await page.evaluate(`[...document.querySelectorAll('main .distance-matrix svg')]
      .map((svg) => ({
        actors: svg.querySelectorAll('rect.diagonal').length,
        figures: svg.querySelectorAll('rect.distance').length,
        room: Math.min(...[...svg.querySelectorAll('rect')].map((r) => r.getBoundingClientRect().left))
          - Math.max(...[...svg.querySelectorAll('text:not(.middle)')].map((t) => t.getBoundingClientRect().right)),
      }))`);
    for (const { actors, figures, room } of squares as Record<string, number>[]) {
      expect(figures).toBe((actors ?? 0) * ((actors ?? 0) - 1));
      expect(figures).toBeGreaterThan(0);
      expect(room).toBeGreaterThan(0);
    }
  });

  it('exports all conditions as one chart', async () => {
    const page = await open('/divergence');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG' }).click(),
    ]);

    const svg = await readFile(await file.path(), 'utf8');
    const titles = await page.locator('main h2').allInnerTexts();
    expect(titles.length).toBeGreaterThan(2);
    for (const title of titles) expect(svg).toContain(`>${title}</text>`);
  });

  it('shows a message if no two actors can be compared', async () => {
    const page = await open('/divergence?actors=hamas');

    await page.getByText(/^No two of these actors have positions on the same condition/).waitFor();
    expect(await page.locator('main h2').count()).toBe(0);
    expect(await page.getByRole('group', { name: 'Download' }).count()).toBe(0);
  });
});

describe('the network page', () => {
  const { open } = useExplorer();

  it('lists ties in a table that links to the actors', async () => {
    const page = await open('/network');
    await page.getByText('Show as table', { exact: true }).click();
    const table = page.getByRole('table', { name: 'Ties by agreement minus disagreement' });

    const weights = await table.locator('tbody td').allInnerTexts();
    expect(await table.getByRole('rowheader').count()).toBe(weights.length);
    expect(weights).toContainEqual(expect.stringMatching(/^−\d/));
    for (const weight of weights) expect(weight).toMatch(/^(?:[+−]\d\.\d\d|0\.00)$/);
    await table.getByRole('link', { name: 'Hamas', exact: true }).first().click();

    await expect.poll(() => new URL(page.url()).pathname).toBe('/actors/hamas');
  });

  it('keeps the measure of the ties in the address', async () => {
    const page = await open('/network?from=2006-01-01');
    await page.getByLabel('Ties show').selectOption('disagreement');
    await expect.poll(() => new URL(page.url()).search).toBe('?from=2006-01-01&lines=disagreement');
    await page.getByText('Show as table', { exact: true }).click();
    await page.getByRole('table', { name: 'Ties by disagreement' }).waitFor();

    await page.goBack();

    await page.getByRole('table', { name: 'Ties by agreement minus disagreement' }).waitFor();
    expect(await page.getByLabel('Ties show').inputValue()).toBe('');
  });

  it('highlights the focused actor and its ties', async () => {
    const page = await open('/network');
    const actors = page.getByRole('group', { name: /ties? between them/ }).getByRole('link');
    const ties = page.locator('main svg line');
    const highlighted = () => page.locator('main svg line:not(.dimmed)').count();
    expect(await highlighted()).toBe(await ties.count());

    await actors.first().focus();
    await page.keyboard.press('Tab');
    const name = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');

    expect(name).toBe(await actors.nth(1).getAttribute('aria-label'));
    expect(await highlighted()).toBeLessThan(await ties.count());
    for (const title of await page.locator('main svg line:not(.dimmed) title').allTextContents())
      expect(title).toMatch(new RegExp(`${name}.*: [+−]\\d\\.\\d\\d$`));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('links circles to actors and draws names above them', async () => {
    const page = await open('/network?actors=hamas,united-states');
    await page.locator('main svg circle').first().waitFor();
    const shapes = await page.evaluate(
      `[...document.querySelectorAll('main svg :is(line, circle, text)')].map(({ tagName }) => tagName)`,
    );

    expect(shapes).toEqual(['line', 'circle', 'circle', 'text', 'text']);
    // The busiest come first.
    await page.locator('main svg circle').first().click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/actors/united-states');
  });
});

describe('filters without matching positions', () => {
  const { open } = useExplorer();

  it.each(['/divergence', '/network', '/network?actors=hamas'])(
    'show a message instead of a chart: %s',
    async (path) => {
      const page = await open(
        `${path}${path.includes('?') ? '&' : '?'}from=2010-01-01&to=2010-01-02`,
      );

      await page.getByText(EMPTY).waitFor();
      expect(await page.locator('main h2').count()).toBe(0);
      expect(await page.locator('main svg:is([role=img], [role=group])').count()).toBe(0);
      expect(await page.getByRole('group', { name: 'Download' }).count()).toBe(0);
    },
  );
});

function distanceMatrixOf(page: Page, condition: string) {
  return page.locator('main section').filter({
    has: page.getByRole('heading', { level: 2, name: condition, exact: true }),
  });
}
