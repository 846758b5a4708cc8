import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useExplorer } from './use-explorer.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
  );

describe('focus and status messages of the explorer', () => {
  const explorer = useExplorer();
  const { open } = explorer;

  it('announces the figures after each change of filters', async () => {
    const page = await open('/');
    const status = page.locator('main').getByRole('status');
    const before = await status.innerText();

    await page.getByRole('combobox', { name: 'Maximum retellings' }).selectOption('0');

    await expect.poll(() => status.innerText()).not.toBe(before);
    const inCells = async () => {
      const texts = await page.locator('.counts').allInnerTexts();
      return texts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    };
    await expect
      .poll(() => status.innerText())
      .toMatch(/^\d+ positions?; (\d+) of \1 actors? shown$/);
    expect(Number.parseInt(await status.innerText(), 10)).toBe(await inCells());
  });

  it('keeps the focus on "Clear filters"', async () => {
    const page = await open('/?channel=PRIVATE');

    await page.getByRole('button', { name: 'Clear filters' }).press('Enter');

    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(await focused(page)).toBe('Clear filters');
  });

  it('moves the focus to the cell when its evidence is closed', async () => {
    const page = await open('/?cell=hamas:RECOGNITION');
    await page.getByRole('dialog').waitFor();

    await page.keyboard.press('Escape');

    await expect.poll(() => focused(page)).toMatch(/^Hamas, Recognise Israel/);
  });

  it('moves the focus to the quotation that a link into a document refers to', async () => {
    const page = await open('/?cell=hamas:RECOGNITION');
    const card = page.getByRole('dialog').getByRole('article').nth(1);
    const words = (await card.locator('mark').first().innerText()).slice(0, 20);

    await card.locator('figcaption a').first().click();
    await page.locator('mark.selected').first().waitFor();

    await expect.poll(() => focused(page)).toContain(words);
  });

  it('shows names of selected actors instead of slugs', async () => {
    const page = await open('/?actors=khaled-mishal,hamas');

    const choice = page.getByRole('button', { name: /^Actors / });
    await expect.poll(() => choice.innerText()).toMatch(/Khaled Mishal, Hamas$/);
  });

  it('lists actors by number of own positions', async () => {
    const page = await open('/actors');

    const facts = await page.locator('.entries .facts').allInnerTexts();

    const own = facts.map((text) => Number(/(\d+) own positions?/.exec(text)?.[1]));
    expect(own.length).toBeGreaterThan(10);
    expect(own).toEqual(own.toSorted((a, b) => b - a));
  });
});
