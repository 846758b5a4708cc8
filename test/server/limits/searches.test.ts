import { describe, expect, inject, it } from 'vitest';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { startTestServer } from '../test-server.ts';

// The embedded database runs one statement at a time: only a server has connections to run out of.
describe.runIf(inject('template').kind === 'server')('searches that take long', () => {
  const corpus = useOwnCorpus();

  it('leave connections to other requests, and are answered in the end', async () => {
    const { store } = corpus;
    const server = await startTestServer(() => Promise.resolve(store));
    const locked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const blocking = store.prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`LOCK TABLE passage IN ACCESS EXCLUSIVE MODE`;
        locked.resolve();
        await release.promise;
      },
      { timeout: 60_000 },
    );
    await locked.promise;
    const searches = Array.from({ length: 20 }, (_, i) =>
      server.post(`{ search(query: "truce ${i}") { totalCount } }`),
    );

    const ready = await fetch(server.urlOf('/ready'));
    const other = await server.post('{ document(reference: "07MOSCOW828") { rights } }');
    release.resolve();
    await blocking;
    const answers = await Promise.all(searches);
    await server.stop();

    expect(ready.status).toBe(200);
    expect(other.status).toBe(200);
    for (const answer of answers) expect(await answer.json()).not.toHaveProperty('errors');
  });
});
