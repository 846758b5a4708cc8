import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupCorpus } from '#src/app/backup/backup-corpus.ts';
import { restoreCorpus } from '#src/app/backup/restore-corpus.ts';
import { importPaths } from '#src/app/import/import-paths.ts';
import { openStore } from '#src/store/database/open-store.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { ACTORS, CODING, QUAY_CORPUS, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';
import { makePlace } from '#test/support/place.ts';

const [HEAD = '', STATEMENT = ''] = CODING.split(/(?=  - id: master-waits)/);

/** The master speaks twice on one day: for the clerks' office, which is the council's; and as himself. */
const codingFor = (onBehalfOf: string): string =>
  `${HEAD}${STATEMENT.replace('holder: tom-arden', `holder: tom-arden\n    onBehalfOf: ${onBehalfOf}`)}${STATEMENT.replace(
    'master-waits',
    'master-again',
  )
    .replace(/quote: .*/, 'quote: We will wait for the tide')
    .replace('stance: REJECTS', 'stance: UPHOLDS')}`;

const FILES = {
  ...QUAY_CORPUS,
  'actors.yaml': `${ACTORS}  - slug: clerks-office
    name: Clerks' Office
    kind: OFFICE
    affiliations: [{ organisation: port-council, to: 2009-12-31 }]
`,
  'coding.yaml': codingFor('clerks-office'),
};

const SEEN = `query ($r: Int) {
  positions(conditions: ["CLOSED_QUAY"], codebook: "quay-terms", revision: $r) {
    nodes { stance holder { slug } party { slug } partyCertain onBehalfOf { slug } }
  }
  named: comparison(actors: ["tom-arden", "clerks-office", "port-council", "pilots-guild"], conditions: ["CLOSED_QUAY"],
    codebook: "quay-terms", revision: $r) { rows { actor { slug } cells { count mean latest { stance } } } }
  grouped: comparison(groupBy: PARTY, conditions: ["CLOSED_QUAY"], codebook: "quay-terms", revision: $r) {
    rows { actor { slug } cells { count mean } }
  }
  ofCouncil: timeline(actor: "port-council", condition: "CLOSED_QUAY", codebook: "quay-terms", revision: $r) {
    positions { nodes { stance } }
  }
  ofHolder: timeline(actor: "tom-arden", condition: "CLOSED_QUAY", codebook: "quay-terms", revision: $r) {
    positions { nodes { stance } }
  }
  network(conditions: ["CLOSED_QUAY"], codebook: "quay-terms", revision: $r) { nodes { key activity } }
  discrepancies(actor: "tom-arden", condition: "CLOSED_QUAY", codebook: "quay-terms", revision: $r) {
    positionCount pairs { totalCount }
  }
  formulations(condition: "CLOSED_QUAY", codebook: "quay-terms", revision: $r) { parties { actor { slug } } }
  actor(slug: "port-council", revision: $r) { positions { totalCount } }
}`;

const FOR_THE_OFFICE = {
  positions: {
    nodes: [
      {
        stance: 'REJECTS',
        holder: { slug: 'tom-arden' },
        party: { slug: 'port-council' },
        partyCertain: true,
        onBehalfOf: { slug: 'clerks-office' },
      },
      {
        stance: 'UPHOLDS',
        holder: { slug: 'tom-arden' },
        party: { slug: 'pilots-guild' },
        partyCertain: true,
        onBehalfOf: null,
      },
    ],
  },
  named: {
    rows: [
      {
        actor: { slug: 'tom-arden' },
        cells: [{ count: 2, mean: 0, latest: { stance: 'UPHOLDS' } }],
      },
      {
        actor: { slug: 'clerks-office' },
        cells: [{ count: 1, mean: -2, latest: { stance: 'REJECTS' } }],
      },
      {
        actor: { slug: 'port-council' },
        cells: [{ count: 1, mean: -2, latest: { stance: 'REJECTS' } }],
      },
      {
        actor: { slug: 'pilots-guild' },
        cells: [{ count: 1, mean: 2, latest: { stance: 'UPHOLDS' } }],
      },
    ],
  },
  grouped: {
    rows: [
      { actor: { slug: 'pilots-guild' }, cells: [{ count: 1, mean: 2 }] },
      { actor: { slug: 'port-council' }, cells: [{ count: 1, mean: -2 }] },
    ],
  },
  ofCouncil: { positions: { nodes: [{ stance: 'REJECTS' }] } },
  ofHolder: { positions: { nodes: [{ stance: 'REJECTS' }, { stance: 'UPHOLDS' }] } },
  network: {
    nodes: [
      { key: 'pilots-guild', activity: 1 },
      { key: 'port-council', activity: 1 },
    ],
  },
  discrepancies: { positionCount: 2, pairs: { totalCount: 1 } },
  formulations: {
    parties: [{ actor: { slug: 'pilots-guild' } }, { actor: { slug: 'port-council' } }],
  },
  actor: { positions: { totalCount: 2 } },
};

describe('a statement on behalf of an actor', () => {
  const corpus = useOwnCorpus();
  const write = async (files: Record<string, string>): Promise<number> => {
    const paths = [await writeFiles(files)];
    await importPaths(corpus.store, { paths, author: 'test', dryRun: false });
    return latestRevision(corpus.store.sql);
  };
  const seen = async (r?: number) => {
    const { data, errors } = await corpus.ask(SEEN, { r });
    expect(errors).toBeUndefined();
    return data;
  };
  let first = 0;
  beforeAll(async () => {
    first = await write(FILES);
  });

  it('counts for its holder, for that actor, and for what that actor was part of', async () => {
    expect(await seen()).toEqual(FOR_THE_OFFICE);
  });

  it('is imported again without a change', async () => {
    expect(await write(FILES)).toBe(first);
  });

  it.each([
    ['the-clerks', 'There is no actor "the-clerks"'],
    ['tom-arden', 'The holder, tom-arden, speaks for itself and what it is part of'],
  ])('is refused on behalf of %s', async (slug, message) => {
    await expect(write({ 'coding.yaml': codingFor(slug) })).rejects.toThrow(message);
    expect(await latestRevision(corpus.store.sql)).toBe(first);
  });

  it('stays as it was at its revision, also in a restored backup', async () => {
    const second = await write({ 'coding.yaml': codingFor('port-council') });

    const place = await makePlace('empty');
    const file = join(place.options.dataFolder, 'quay.backup');
    await backupCorpus(corpus.store, file, () => {}, AbortSignal.timeout(60_000));
    await restoreCorpus({ file, store: place.options });
    const restored = await openStore(place.options);
    const response = await createTestHandler(restored).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SEEN, variables: { r: first } }),
    });
    const { data } = (await response.json()) as { data: unknown };
    await restored.close();
    await place.remove();

    expect(data).toEqual(FOR_THE_OFFICE);
    expect(await seen(first)).toEqual(FOR_THE_OFFICE);
    const now = await seen();
    expect(
      now.named.rows.map((row: { cells: { count: number }[] }) => row.cells[0]?.count),
    ).toEqual([2, 0, 1, 1]);
    expect(second).toBe(first + 1);
  });

  it('keeps the actor from being withdrawn', async () => {
    await write({ 'coding.yaml': codingFor('clerks-office') });
    await expect(
      write({
        'withdrawals.yaml': 'withdrawals:\n  - { actor: clerks-office, reason: closed }\n',
      }),
    ).rejects.toThrow(/clerks-office/);
  });
});
