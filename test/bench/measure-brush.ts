/**
 * How long the explorer takes, in a real browser, from a move of the time brush to the matrix that
 * shows it: the question, the answer, the drawing and the painting.
 */
import type { Page } from 'playwright-core';
import { openBrowser, openPage } from '../browser/open-browser.ts';
import { CONTENDERS } from './contenders.ts';
import { startServer } from './servers.ts';
import { COMPARISONS } from './workloads.ts';

export interface Brushed {
  readonly moves: number;
  readonly cells: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

const WARM_UP = 10;
const MOVES = 60;

/** Notes, at the next painting after figures of the matrix have changed, how long ago a key was pressed. */
const WATCH = `
  globalThis.times = [];
  let pressed = 0;
  addEventListener('keydown', () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    if (pressed === 0) return;
    const since = pressed;
    pressed = 0;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.times.push(performance.now() - since);
      port2.postMessage(null);
    });
  }).observe(document.querySelector('.matrix'), { subtree: true, characterData: true, childList: true });
`;

export async function measureBrush(databaseUrl: string): Promise<Brushed> {
  const [ours] = CONTENDERS;
  const question = COMPARISONS[0]?.questions[0];
  if (ours === undefined || question === undefined) throw new Error('Nothing to ask.');
  const server = await startServer(ours, databaseUrl, question, []);
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, new URL(server.url).origin);
    await page.goto('/');
    await page.locator('.counts').first().waitFor({ timeout: 60_000 });
    await page.getByRole('slider', { name: 'First month' }).focus();
    await page.evaluate(WATCH);
    const times: number[] = [];
    for (let move = 0; move < WARM_UP + MOVES; move += 1) {
      // On and on: what was seen before would not be asked for again.
      const took = await moveBrush(page, 'ArrowRight');
      if (move >= WARM_UP) times.push(took);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    const cells = await page.locator('.matrix tbody td').count();
    return { moves: times.length, cells, p50: at(0.5), p95: at(0.95), most: at(1) };
  } finally {
    await browser.close();
    await server.end();
  }
}

async function moveBrush(page: Page, key: string): Promise<number> {
  const drawn = (): Promise<number> => page.evaluate('globalThis.times.length');
  const before = await drawn();
  await page.keyboard.press(key);
  // Asked from outside: the page's policy lets nothing be waited for within it.
  while ((await drawn()) === before) await new Promise((resolve) => setTimeout(resolve, 20));
  return page.evaluate('globalThis.times.at(-1)');
}
