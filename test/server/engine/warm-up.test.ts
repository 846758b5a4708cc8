import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { createLocalEngine } from '#src/server/engine/local-engine.ts';
import { WARM_UP } from '#src/server/engine/warm-up.ts';
import { createLog } from '#src/server/telemetry/log.ts';
import { type Answer, useCorpus } from '#test/support/corpus.ts';

describe('the operation that warms up an engine', () => {
  const corpus = useCorpus();

  it('succeeds, and leaves no kind of record for which a first query takes long', async () => {
    const engine = createLocalEngine(corpus.store, readConfig({}), createLog('error'));

    const { status, body } = await engine.execute(WARM_UP, 1);

    const { data, errors } = JSON.parse(String(body)) as Answer;
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data.positions.nodes[0].evidence[0].exact).toMatch(/\w/);
    expect(data.documents.nodes[0].passages.length).toBeGreaterThan(0);
  });
});
