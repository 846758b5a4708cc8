import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useExplorer } from './use-explorer.ts';

/** Longer than the pause before a search. */
const PAUSE_MS = 800;

const box = (page: Page) => page.getByRole('searchbox', { name: /^Search/ });
const addressOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

describe('the search box', () => {
  const { open } = useExplorer();

  it('follows the browser history back and forward', async () => {
    const page = await open('/');
    await box(page).click();
    await box(page).pressSequentially('mecca', { delay: 20 });
    await expect.poll(() => addressOf(page)).toBe('/search?q=mecca');
    await page.locator('.hits li').first().waitFor();

    await page.goBack();
    await page.getByRole('heading', { name: 'Stances by actor and condition' }).waitFor();
    await page.waitForTimeout(PAUSE_MS);
    expect(addressOf(page)).toBe('/');
    expect(await box(page).inputValue()).toBe('');

    await page.goForward();
    await page.locator('.hits li').first().waitFor();
    expect(addressOf(page)).toBe('/search?q=mecca');
    await expect.poll(() => box(page).inputValue()).toBe('mecca');
  });

  it('adds no partial query to the history', async () => {
    const page = await open('/');
    for (const words of ['mecca', 'truce']) {
      await box(page).fill(words);
      await expect.poll(() => addressOf(page)).toBe(`/search?q=${words}`);
    }

    await page.goBack();

    await expect.poll(() => addressOf(page)).toBe('/');
  });

  it('cancels the search when a link is followed first', async () => {
    const page = await open('/');
    await box(page).fill('mecca');
    await page.getByRole('link', { name: 'Actors', exact: true }).dispatchEvent('click');

    await page.getByRole('heading', { name: /actors$/ }).waitFor();
    await page.waitForTimeout(PAUSE_MS);
    expect(addressOf(page)).toBe('/actors');
  });

  it('shows the empty search page when cleared', async () => {
    const page = await open('/search?q=mecca');
    await page.locator('.hits li').first().waitFor();

    await box(page).fill('');

    await expect.poll(() => addressOf(page)).toBe('/search');
    await page.getByText('Enter words').waitFor();
    expect(await page.locator('.hits li').count()).toBe(0);
  });

  it('shortens a query of any length', async () => {
    const page = await open(`/search?q=${'x'.repeat(5000)}`);

    await expect
      .poll(() => page.getByRole('status').innerText())
      .toBe(`0 results for ${'x'.repeat(80)}…`);
    for (const width of [360, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  it('separates the stance from the holder', async () => {
    const page = await open('/search?q=recognise');
    const head = page.locator('.hit-heading:has(.tag)').first();

    const tag = await head.locator('.tag').boundingBox();
    const link = await head.getByRole('link').boundingBox();

    expect((link?.x ?? 0) - ((tag?.x ?? 0) + (tag?.width ?? 0))).toBeGreaterThan(4);
  });
});

describe('an invalid address', () => {
  const { watch, origin } = useExplorer();

  it.each([
    ['/documents/07MOSCOW82', 'Document not found', '07MOSCOW828', 'All documents'],
    ['/actors/hamass', 'Actor not found', 'hamas', 'All actors'],
  ])('suggests the nearest names: %s', async (path, title, near, list) => {
    const { page } = await watch();
    await page.goto(path);
    const alert = page.getByRole('alert');

    await alert.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await alert.innerText()).toContain(`"${near}"`);
    await expect.poll(() => page.title()).toBe(`${title} · Démarche`);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await alert.getByRole('link', { name: list }).click();
    await page.locator('.entries li').first().waitFor();
    await page.context().close();
  });

  it('explains a reversed period', async () => {
    const { page } = await watch();
    await page.goto('/?from=2012-01-01&to=2010-01-01');
    const alert = page.getByRole('alert');

    await alert.getByRole('heading', { name: 'The period ends before it starts' }).waitFor();
    expect(await alert.innerText()).not.toContain('stated');
    expect(await alert.getByRole('button').count()).toBe(0);
    await page.getByLabel('From', { exact: true }).fill('2009-01-01');
    await alert.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('shows a "not found" page for an unknown path', async () => {
    const { page } = await watch();
    const answer = await page.goto('/nonsense');

    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    expect(answer?.status()).toBe(404);
    await expect.poll(() => page.title()).toBe('Page not found · Démarche');
    await page.getByRole('link', { name: 'comparison', exact: true }).click();
    await expect.poll(() => page.url()).toBe(`${origin()}/`);
    await page.context().close();
  });
});
