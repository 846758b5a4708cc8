/** Takes the README's screenshots of the seeded corpus: `npm run screenshots`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openCorpus } from '#src/app/corpus/open-corpus.ts';
import { readConfig } from '#src/server/config/config.ts';
import { startServer } from '#src/server/start-server.ts';
import { openBrowser, openPage } from './open-browser.ts';

const FOLDER = fileURLToPath(new URL('../../src/web/screenshots/', import.meta.url));

interface Screenshot {
  readonly name: string;
  readonly path: string;
  /** Content that shows that the page has loaded. */
  readonly content: string;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly act?: (page: Page) => Promise<void>;
}

const SCREENSHOTS: readonly Screenshot[] = [
  { name: 'matrix', path: '/', content: '.histogram', height: 1040 },
  {
    name: 'evidence',
    path: '/?cell=hamas:RECOGNITION',
    content: '.card',
    height: 900,
    colorScheme: 'dark',
  },
  {
    name: 'reader',
    path: '/documents/07MOSCOW828',
    content: 'mark.evidence',
    height: 900,
    act: async (page) => {
      await page.locator('.notes a[href*="position="]').nth(4).click();
      await page.locator('mark.selected').first().waitFor();
    },
  },
  { name: 'time', path: '/time?condition=ASSISTANCE', content: '.lane-chart', height: 900 },
];

const folder = await mkdtemp(join(tmpdir(), 'demarche-screenshots-'));
const config = readConfig({ PORT: '0', DEMARCHE_LOG: 'error' });
const server = await startServer(config, () =>
  openCorpus({ databaseUrl: null, dataFolder: folder }),
);
const browser = await openBrowser();
try {
  for (const { name, path, content, height, colorScheme = 'light', act } of SCREENSHOTS) {
    const { page } = await openPage(browser, new URL(server.url).origin, {
      viewport: { width: 1360, height },
      colorScheme,
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.locator(content).first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await act?.(page);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    await page.context().close();
    console.error(`${name}.png`);
  }
} finally {
  await browser.close();
  await server.stop();
  await server.store.close();
  await rm(folder, { recursive: true });
}
