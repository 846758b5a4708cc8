/** A real Chromium, which tells what its pages complain of and whom else they ask. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

export interface WatchedPage {
  readonly page: Page;
  /** Whatever the console was told, errors above all. */
  readonly complaints: string[];
  /** Addresses of other origins that were asked for. */
  readonly foreign: string[];
}

export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  // Machines differ: what takes two seconds on one takes half a minute on another.
  page.setDefaultTimeout(90_000);
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) foreign.push(url);
  });
  return { page, complaints, foreign };
}
