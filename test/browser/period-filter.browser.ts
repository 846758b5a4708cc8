import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useExplorer } from './use-explorer.ts';

const searchOf = (page: Page): string => new URL(page.url()).search;
const field = (page: Page, name: 'From' | 'To') => page.getByLabel(name, { exact: true });

describe('the period filter', () => {
  const { open } = useExplorer();

  it('accepts a typed day as one history entry', async () => {
    const page = await open('/');
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await field(page, 'From').focus();

    // Input order is month, day, year; while it is typed, the year is 2, 20 and 200.
    for (const key of '02152007') await page.keyboard.press(key);
    // The clock is paused, so that slow machines make no difference.
    await page.clock.runFor(250);

    await expect.poll(() => searchOf(page)).toBe('?from=2007-02-15');
    expect(await field(page, 'From').inputValue()).toBe('2007-02-15');
    await page.goBack();
    await expect.poll(() => searchOf(page)).toBe('');
    expect(await field(page, 'From').inputValue()).toBe('2006-01-01');
  });

  it('ignores invalid days while they are typed', async () => {
    const page = await open('/?from=2006-02-15');
    await field(page, 'From').focus();

    // 31 February, then 31 March.
    for (const key of ['ArrowRight', '3', '1']) await page.keyboard.press(key);
    expect(searchOf(page)).toBe('?from=2006-02-15');
    for (const key of ['ArrowLeft', 'ArrowLeft', '0', '3']) await page.keyboard.press(key);

    await expect.poll(() => searchOf(page)).toBe('?from=2006-03-31');
    await page.keyboard.press('Backspace');
    await field(page, 'To').focus();
    expect(await field(page, 'From').inputValue()).toBe('2006-03-31');
    expect(searchOf(page)).toBe('?from=2006-03-31');
  });

  it('keeps the day of an end that does not move', async () => {
    const page = await open('/?from=2006-02-15&to=2013-03-10');

    await page.getByRole('slider', { name: 'Last month' }).focus();
    await page.keyboard.press('ArrowLeft');

    await expect.poll(() => searchOf(page)).toBe('?from=2006-02-15&to=2013-02-28');
  });

  it('does not move by a click, nor after the pointer is released', async () => {
    const page = await open('/?from=2006-02-15&to=2012-03-10');
    const box = (await page.locator('.slider-range').boundingBox()) ?? { x: 0, y: 0, width: 0 };
    const [x, y] = [box.x + box.width / 2, box.y + 2];
    const asIs = '?from=2006-02-15&to=2012-03-10';

    await page.mouse.click(x, y);
    await page.mouse.move(x, y);
    await page.mouse.down({ button: 'right' });
    await page.mouse.move(x + 200, y, { steps: 4 });
    await page.mouse.up({ button: 'right' });
    expect(await field(page, 'From').inputValue()).toBe('2006-02-15');

    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y, { steps: 4 });
    const moved = await field(page, 'From').inputValue();
    expect(moved).not.toBe('2006-02-15');
    await page.locator('.slider-range').dispatchEvent('pointercancel', { bubbles: true });
    await page.mouse.move(x + 200, y, { steps: 4 });

    await expect.poll(() => searchOf(page)).toContain(`from=${moved}`);
    expect(await field(page, 'From').inputValue()).toBe(moved);
    await page.mouse.up();
    await page.goBack();
    // One history entry: the clicks added none.
    await expect.poll(() => searchOf(page)).toBe(asIs);
  });
});
