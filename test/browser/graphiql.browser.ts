import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { EXAMPLES } from '#test/support/examples.ts';
import { createTestHandler } from '#test/support/handler.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

/** Clicks until the effect shows: GraphiQL ignores clicks while it renders. */
async function clickUntil<Shown>(button: Locator, shown: () => Promise<Shown>): Promise<Shown> {
  return vi.waitFor(
    async () => {
      const [result] = await Promise.all([shown(), button.click()]);
      return result;
    },
    { timeout: 40_000, interval: 200 },
  );
}

describe('GraphiQL', () => {
  const corpus = useCorpus();
  let browser: Browser;
  let page: Page;
  let origin: string;
  let watched: WatchedPage;

  beforeAll(async () => {
    const handler = createTestHandler(corpus.store);
    const server = createServer(handler.listener);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    server.unref();
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
    watched = await openPage(browser, origin, { viewport: { width: 1440, height: 900 } });
    page = watched.page;
    await page.goto(`${origin}/graphql`, { waitUntil: 'networkidle' });
  });

  afterAll(async () => {
    await browser.close();
  });

  it('opens with a tab for each example', async () => {
    const tabs = await page.locator('.graphiql-tab-button').allTextContents();

    expect(tabs.map((tab) => tab.trim())).toEqual(EXAMPLES.map(({ name }) => name));
    expect(tabs).toHaveLength(8);
  });

  it('runs every example without changes', async () => {
    for (const tab of await page.locator('.graphiql-tab-button').all()) {
      const name = (await tab.textContent())?.trim() ?? '';
      const query = page.locator('.graphiql-query-editor').getByText(`query ${name}`).first();
      await clickUntil(tab, () => query.waitFor({ timeout: 2_000 }));

      const answer = await clickUntil(page.locator('.graphiql-execute-button'), async () => {
        const response = await page.waitForResponse(
          (each) => Boolean(each.request().postData()?.includes(`"operationName":"${name}"`)),
          { timeout: 2_000 },
        );
        return (await response.json()) as { data: object; errors?: unknown };
      });

      expect(answer.errors).toBeUndefined();
      // The first line: GraphiQL renders only the visible part of a long response.
      const [field = ''] = Object.keys(answer.data);
      await page.locator('.result-window').getByText(`"${field}"`).first().waitFor();
    }
  });

  it('requests nothing from other origins and logs no error', async () => {
    await page.locator('.graphiql-tab-button').first().click();

    expect(watched.foreignRequests).toEqual([]);
    expect(watched.consoleMessages.filter((each) => each.startsWith('error'))).toEqual([]);
  });

  it('blocks injected scripts', async () => {
    const ran = await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.body.append(script);
      'planted' in window`);

    expect(ran).toBe(false);
    expect(watched.consoleMessages.join()).toContain('Content Security Policy');
  });
});
