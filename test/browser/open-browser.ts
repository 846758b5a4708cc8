/** Chromium, with a record of console messages and requests to other origins. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium: the path in CHROMIUM, or /usr/bin/chromium. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** A page with the messages and requests to check. */
export interface WatchedPage {
  readonly page: Page;
  /** Console messages and uncaught errors. */
  readonly consoleMessages: string[];
  /** URLs requested from other origins. */
  readonly foreignRequests: string[];
}

/** Opens an empty page whose relative URLs refer to `origin`. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  // Generous, for slow machines.
  page.setDefaultTimeout(90_000);
  const consoleMessages: string[] = [];
  const foreignRequests: string[] = [];
  page.on('console', (message) => consoleMessages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => consoleMessages.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) foreignRequests.push(url);
  });
  return { page, consoleMessages, foreignRequests };
}
