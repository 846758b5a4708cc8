import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { type RunningServer, startServer } from '#src/server/start-server.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

export interface Explorer {
  readonly url: () => string;
  readonly origin: () => string;
  /** A page of a user who must not be asked elsewhere, nor complained to. */
  readonly open: (path: string) => Promise<Page>;
  /** A page that has gone nowhere yet, for what is told of it. */
  readonly watch: (options?: BrowserContextOptions) => Promise<WatchedPage>;
}

/** A server of the seeds and a browser, for the tests of a file; `change` is what the corpus has besides. */
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
    const wrong = watched.flatMap(({ complaints, foreign }) => [...complaints, ...foreign]);
    if (wrong.length > 0)
      throw new Error(`The page complained, or asked elsewhere: ${wrong.join('\n')}`);
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
