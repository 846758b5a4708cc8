import { type AuditResult, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { type RunningServer, startServer } from '#src/server/start-server.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';

/** Audits in the package: fewer results would mean that some did not run. */
const AUDITS = 61;

describe('GraphQL over HTTP', () => {
  let server: RunningServer & { readonly store: Store };
  beforeAll(async () => {
    const shared = inject('shared');
    const config = readConfig({ PORT: '0', DEMARCHE_LOG: 'silent' });
    server = await startServer(config, () => openStore({ ...shared, access: 'join' }));
  });
  afterAll(async () => {
    await server.stop();
    await server.store.close();
  });

  it('passes all audits of graphql-http', async () => {
    const audits = serverAudits({ url: () => server.url, fetchFn: fetch });
    const results: AuditResult[] = [];
    for (const audit of audits) results.push(await audit.fn());

    const failed = results.filter(({ status }) => status !== 'ok');
    for (const result of results)
      if ('response' in result && !result.response.bodyUsed) await result.response.body?.cancel();
    expect(results).toHaveLength(AUDITS);
    expect(failed.map(({ name, status }) => `${status}: ${name}`)).toEqual([]);
  });
});
