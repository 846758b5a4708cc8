import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { type RunningServer, startServer } from '#src/server/start-server.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

/** The explorer of a test file. */
export interface Explorer {
  readonly url: () => string;
  readonly origin: () => string;
  /** Opens a page; the test fails if it logs messages or requests other origins. */
  readonly open: (path: string) => Promise<Page>;
  /** Returns an empty page and its records, unchecked. */
  readonly watch: (options?: BrowserContextOptions) => Promise<WatchedPage>;
}

/** Starts a server with the seeded corpus and a browser for a test file; `change` modifies the corpus first. */
export function useExplorer(change: (store: Store) => Promise<void> = async () => {}): Explorer {
  let place: Place;
  let server: RunningServer & { readonly store: Store };
  let browser: Browser;
  let opened: readonly WatchedPage[] = [];

  beforeAll(async () => {
    place = await makePlace('seeded');
    const store = await openStore(place.options);
    await change(store);
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
  afterEach(async () => {
    const watched = opened;
    opened = [];
    for (const { page } of watched) await page.context().close();
    const violations = watched.flatMap(({ consoleMessages, foreignRequests }) => [
      ...consoleMessages,
      ...foreignRequests,
    ]);
    if (violations.length > 0)
      throw new Error(
        `The page logged messages or requested other origins: ${violations.join('\n')}`,
      );
  });

  const origin = (): string => new URL(server.url).origin;
  return {
    url: () => server.url,
    origin,
    open: async (path) => {
      const watched = await openPage(browser, origin());
      opened = [...opened, watched];
      await watched.page.goto(path, { waitUntil: 'networkidle' });
      await watched.page.locator('main h1').waitFor();
      return watched.page;
    },
    watch: (options) => openPage(browser, origin(), options),
  };
}
