import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { cellOf, HAMAS_RECOGNITION, PAGES } from './pages.ts';
import { useExplorer } from './use-explorer.ts';

/** Elements beyond the right edge of the viewport that cannot be scrolled into view. */
const CUT_OFF = `[...document.querySelectorAll('main *')].filter((each) => {
  if (!each.checkVisibility({ contentVisibilityAuto: true }) || each.closest('.visually-hidden')) return false;
  if (each.getBoundingClientRect().right <= innerWidth + 1) return false;
  for (let around = each; around; around = around.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(around).overflowX)) return false;
  return true;
}).map(({ outerHTML }) => outerHTML.slice(0, 150))`;

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('accessibility of the explorer', () => {
  const { open } = useExplorer();

  it('opens and closes evidence with the keyboard alone', async () => {
    const page = await open('/');
    const focused = () =>
      page.evaluate(
        `document.activeElement.getAttribute('aria-label') || document.activeElement.textContent`,
      );

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to content');
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

  it.each(PAGES)(
    'conforms to WCAG 2.2 AA and clips nothing at 360 and 1600 pixels: %s',
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
            cutOff: ${CUT_OFF},
          }))`,
          );

          expect({ width, colorScheme, ...(found as object) }).toEqual({
            width,
            colorScheme,
            passes: expect.any(Number),
            violations: [],
            beyond: expect.any(Number),
            cutOff: [],
          });
          expect((found as { passes: number }).passes).toBeGreaterThan(10);
          expect((found as { beyond: number }).beyond).toBeLessThanOrEqual(0);
        }
      }
    },
  );

  it('moves between cells with arrow keys, but leaves Alt+arrow to the browser', async () => {
    const page = await open('/');
    const cell = cellOf(page, HAMAS_RECOGNITION);
    await cell.focus();

    // Goes back in most browsers; headless, the page stays.
    await page.keyboard.press('Alt+ArrowLeft');

    expect(await cell.evaluate('document.activeElement.dataset.cell')).toBe('hamas:RECOGNITION');
    await page.keyboard.press('ArrowLeft');
    expect(await cell.evaluate('document.activeElement.dataset.cell')).toBe('hamas:NONVIOLENCE');
  });

  it('shows the focused condition on a narrow screen', async () => {
    const page = await open('/');
    await page.setViewportSize({ width: 360, height: 800 });
    const link = page.getByRole('link', { name: 'Recognise Israel' });
    const height = async () => (await page.locator('.matrix thead').boundingBox())?.height ?? 0;
    expect(await height()).toBe(1);

    await link.focus();

    expect(await height()).toBeGreaterThan(20);
    const inside = await link.evaluate((element) => {
      const { x, y, width, height: tall } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + tall / 2));
    });
    expect(inside).toBe(true);
  });

  it('prints evidence below the matrix, both at full width', async () => {
    const page = await open('/?cell=hamas:RECOGNITION');
    await page.setViewportSize({ width: 1040, height: 800 });

    await page.emulateMedia({ media: 'print' });

    const box = await page.locator('.matrix').boundingBox();
    expect(box?.width).toBeGreaterThan(900);
  });

  it('prints the matrix without controls', async () => {
    const page = await open('/');

    await page.emulateMedia({ media: 'print' });

    // Browsers repeat such a head on each page.
    expect(
      await page.locator('.matrix thead').evaluate((head) => getComputedStyle(head).display),
    ).toBe('table-header-group');
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.masthead').isVisible()).toBe(false);
    expect(await cellOf(page, HAMAS_RECOGNITION).isVisible()).toBe(true);
  });
});
