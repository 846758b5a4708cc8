import { describe, expect, it } from 'vitest';
import { openStore } from '#src/store/database/open-store.ts';
import { makePlace } from '#test/support/place.ts';

describe('a store', () => {
  it('once closed keeps no process alive, even if it created its tables', async () => {
    const place = await makePlace('empty');
    const before = countTimers();

    const migrated: string[] = [];
    const store = await openStore({
      ...place.options,
      onProgress: (event) => event.kind === 'migrated' && migrated.push(...event.names),
    });
    await store.close();

    expect(migrated).toContain('20261122000000_first_corpus');
    expect(countTimers()).toBe(before);
    await place.remove();
  });
});

/** Timers that a process waits for before it exits. */
function countTimers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
}
