import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { useExplorer } from './use-explorer.ts';

/** Made-up actors: with the parties of the seeds, more than one screen. */
const GUILDS = Array.from({ length: 12 }, (_, at) => `guild-${at}`);
const wordsOf = (guild: string, channel: string): string => `This ${guild} said ${channel}`;
const CHANNELS = ['PUBLIC', 'PRIVATE'] as const;
const SAID = GUILDS.flatMap((guild) => CHANNELS.map((channel) => ({ guild, channel })));
const ACTORS = `actors:${GUILDS.map(
  (guild) => `
  - { slug: ${guild}, name: The ${guild}, kind: ORGANISATION }`,
).join('')}
  - { slug: guild-herald, name: The Guild Herald, kind: MEDIA_OUTLET }
`;
const SAYINGS = `reference: guild-sayings
kind: STATEMENT
title: Sayings of guilds
createdAt: 2009-12-31
authors:
  - { name: The Guild Herald, actor: guild-herald }
excerpts:
${SAID.map(({ guild, channel }) => `  - ${wordsOf(guild, channel)}.`).join('\n')}
`;
const CODING = `document: guild-sayings
codebook: quartet-principles
version: 1
coder: guild-coder
statements:${SAID.map(
  ({ guild, channel }) => `
  - id: ${guild}-${channel.toLowerCase()}
    holder: ${guild}
    statedOn: 2009-05-01
    channel: ${channel}
    wording: VERBATIM
    quote: ${wordsOf(guild, channel)}
    attribution:
      - { speaker: ${guild}, channel: ${channel}, date: 2009-05-01 }
      - { speaker: guild-herald, channel: PUBLIC }
    positions:
      - { condition: RECOGNITION, stance: RESISTS, summary: Made up for a long matrix. }`,
).join('')}
`;

const comparedActors = (page: Page) => page.locator('.matrix tbody tr').allTextContents();
const focused = (page: Page) => page.evaluate(`document.activeElement.getAttribute('data-place')`);

describe('a comparison of more actors than one screen shows', () => {
  const { open } = useExplorer(async (store) => {
    const files = { 'actors.yaml': ACTORS, 'sayings.yaml': SAYINGS, 'coding.yaml': CODING };
    const paths = [await writeFiles(files)];
    await importPaths(store, { paths, author: 'test', message: 'guilds', dryRun: false });
  });

  it('applies a filter to all rows, including those out of view', async () => {
    const page = await open('/?rows=99');
    const all = await comparedActors(page);
    expect(all.length).toBeGreaterThan(12);

    await page.getByRole('button', { name: 'Channel all' }).click();
    await page.getByRole('checkbox', { name: 'in private' }).check();
    await expect.poll(() => page.url()).toContain('channel=PRIVATE');

    const other = await open('/?rows=99&channel=PRIVATE');
    const inPrivate = await comparedActors(other);
    expect(inPrivate.length).toBeGreaterThan(12);
    expect(inPrivate.at(-1)).not.toBe(all.at(-1));
    await expect.poll(() => comparedActors(page)).toEqual(inPrivate);
  });

  it('moves with the arrow keys to the last row', async () => {
    const page = await open('/?rows=99');
    const last = (await comparedActors(page)).length - 1;
    expect(last).toBeGreaterThan(12);

    await page.locator('[data-place="0,1"]').focus();
    for (let row = 1; row <= last; row += 1) {
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe(`${row},1`);
    }
    await page.keyboard.press('ArrowDown');

    expect(await focused(page)).toBe(`${last},1`);
    expect(await page.locator(':focus').isVisible()).toBe(true);
  });
});
