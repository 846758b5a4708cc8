import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';
import { HISTORIES } from '#test/support/histories.ts';
import { createPlayer, QUESTIONS } from '#test/support/play-histories.ts';

/** Histories to play. `npm run fuzz` plays more. */
const COUNT = Number(process.env['HISTORIES'] ?? 200);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_130);

describe('the history of a corpus', () => {
  let player: Awaited<ReturnType<typeof createPlayer>>;
  beforeAll(async () => {
    player = await createPlayer();
  });
  afterAll(() => player.close());

  it('is asked questions that the schema has', () => {
    for (const question of QUESTIONS)
      expect(validate(schema, parse(`query ($r: Int) { ${question} }`))).toEqual([]);
  });

  it(
    `never changes an answer at a revision, in ${COUNT} histories`,
    async () => {
      await fc.assert(fc.asyncProperty(HISTORIES, player.play), { numRuns: COUNT, seed: SEED });

      const { revisions, refused, compared, restored, failed } = player.played;
      console.log(
        `${revisions} revisions, ${refused} refused imports; ${compared} answers compared, ${failed} with errors; ${restored} backups restored`,
      );
      expect(revisions).toBeGreaterThan(COUNT);
      expect(restored).toBeGreaterThan(COUNT / 40);
      // The third document does not exist in most.
      expect(failed).toBeLessThanOrEqual(revisions);
    },
    6 * 3_600_000,
  );
});
