/**
 * How long the explorer takes, in a real browser: until it can be used, and from a move of the time
 * brush to the matrix that shows it, with the question, the answer, the drawing and the painting.
 */
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from '../browser/open-browser.ts';
import { CONTENDERS } from './contenders.ts';
import { startServer } from './servers.ts';
import { COMPARISONS } from './workloads.ts';

export interface Explored {
  /** From the address to the matrix and its filters, nothing being kept in the browser. */
  readonly opening: Times;
  /** Of the actors that are shown at first, and of all of them. */
  readonly moves: readonly Moves[];
}

export interface Moves extends Times {
  /** A key moves an end by a month, on and on; a pointer drags it to and fro, where nobody can tell to. */
  readonly by: 'key' | 'pointer';
  readonly cells: number;
}

/** Milliseconds. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

const OPENINGS = 20;
const PATIENCE_MS = 60_000;
const WARM_UP = 10;
const MOVES = 60;
/** Months from one place of a drag to about the next, round and round. */
const STEP = 29;

/** Notes, in the page's own time, which begins when its address was asked for, when matrix and brush are painted. */
const WATCH_OPENING = `
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('.matrix .counts') || !document.querySelector('.slider-thumb')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { globalThis.usable = performance.now(); };
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, childList: true });
`;

/** Notes, at the next painting after figures of the matrix have changed, how long ago the brush was moved. */
const WATCH = `
  globalThis.times = [];
  let pressed = 0;
  for (const move of ['keydown', 'pointermove'])
    addEventListener(move, () => { pressed = performance.now(); }, true);
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

export async function measureExplorer(databaseUrl: string): Promise<Explored> {
  const [ours] = CONTENDERS;
  const question = COMPARISONS[0]?.questions[0];
  if (ours === undefined || question === undefined) throw new Error('Nothing to ask.');
  const server = await startServer(ours, databaseUrl, question, []);
  const browser = await openBrowser();
  const { origin } = new URL(server.url);
  try {
    const openings: number[] = [];
    // The first starts the browser's own machinery, and does not count.
    for (let opening = 0; opening <= OPENINGS; opening += 1) {
      const { page } = await openPage(browser, origin);
      await page.addInitScript(WATCH_OPENING);
      await page.goto('/');
      const usable = await noted(page, 'globalThis.usable');
      if (opening > 0) openings.push(usable);
      await page.context().close();
    }
    const moves: Moves[] = [];
    for (const address of ['/', '/?rows=999'])
      for (const by of ['key', 'pointer'] as const)
        moves.push(await moveAlong(browser, origin, address, by));
    return { opening: summary(openings), moves };
  } finally {
    await browser.close();
    await server.end();
  }
}

async function openMatrix(browser: Browser, origin: string, address: string): Promise<Page> {
  const { page } = await openPage(browser, origin);
  await page.goto(address);
  await page.locator('.counts').first().waitFor({ timeout: 60_000 });
  await page.getByRole('slider', { name: 'First month' }).focus();
  return page;
}

async function moveAlong(
  browser: Browser,
  origin: string,
  address: string,
  by: Moves['by'],
): Promise<Moves> {
  const page = await openMatrix(browser, origin, address);
  const cells = await page.locator('.matrix tbody td').count();
  await page.evaluate(WATCH);
  const drag = by === 'pointer' ? await startDrag(page) : null;
  const times: number[] = [];
  for (let move = 0; move < WARM_UP + MOVES; move += 1) {
    // Never to where it has been: what was seen before would not be asked for again.
    const took = await moveBrush(page, () => drag?.(move) ?? page.keyboard.press('ArrowRight'));
    if (move >= WARM_UP) times.push(took);
  }
  await page.context().close();
  return { by, cells, ...summary(times) };
}

/**
 * Takes the first month's end; what is returned drags it on, each time to a month where it has not been,
 * nor where it would be if it went on by as much: that is asked ahead.
 */
async function startDrag(page: Page): Promise<(move: number) => Promise<void>> {
  const slider = page.getByRole('slider', { name: 'First month' });
  const [first, last] = await Promise.all(['min', 'max'].map((end) => slider.getAttribute(end)));
  const months = Number(last) - Number(first);
  const box = await page.locator('.slider-track').boundingBox();
  if (box === null || months < 2 * (WARM_UP + MOVES)) throw new Error('The brush is too short.');
  const known = new Set([0]);
  let at = 0;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x, y);
  await page.mouse.down();
  return (move) => {
    let month = 1 + (((move + 1) * STEP) % months);
    while (known.has(month)) month = (month + 1) % months;
    known.add(month).add(2 * month - at);
    at = month;
    return page.mouse.move(box.x + (month / months) * box.width, y);
  };
}

function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { count: times.length, p50: at(0.5), p95: at(0.95), most: at(1) };
}

async function moveBrush(page: Page, move: () => Promise<void>): Promise<number> {
  const before = Number(await page.evaluate('globalThis.times.length'));
  await move();
  return noted(page, `globalThis.times.length > ${before} ? globalThis.times.at(-1) : undefined`);
}

/** Asked again and again from outside: the page's policy lets nothing be waited for within it. */
async function noted(page: Page, what: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    const value: unknown = await page.evaluate(what);
    if (typeof value === 'number') return value;
    if (performance.now() - started > PATIENCE_MS) throw new Error(`Nothing came of ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
