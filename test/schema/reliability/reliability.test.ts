import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { FOUR_OBSERVERS } from '#test/analysis/reliability/reliability-tables.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { useCorpus, useOwnCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';
import { article, codedApart, coderName, coding, STANCES } from './independent-codings.ts';

const REFERENCE = '2009-03-01-the-master-speaks';
const ALONE = '2009-03-02-the-master-speaks-again';
const COUNTS =
  'unitCount unitsInCommon valueCount pairableValueCount missingValueCount percentAgreement';
const ALPHAS = `nominal { value } ordinal { value } interval { value }`;

describe('Query.reliability with four independent coders', () => {
  const corpus = useOwnCorpus();
  let folder = '';
  let revision = 0;
  beforeAll(async () => {
    folder = await writeFiles({
      ...codedApart(REFERENCE, FOUR_OBSERVERS),
      // Found by one coder only: not a unit in common.
      'alone.yaml': article(ALONE, 2),
      'alone-coding.yaml': coding(ALONE, 0, [1, 5]),
    });
    const note = { author: 'test', message: 'coded apart' };
    ({ revision = 0 } = (await importPaths(corpus.store, {
      paths: [folder],
      ...note,
      dryRun: false,
    })) as Loose);
  });

  async function queryReliability(args: string, fields: string): Promise<Loose> {
    const { data, errors } = await corpus.ask(
      `{ reliability(codebook: "quay-levels"${args}) { ${fields} } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.reliability;
  }

  it('returns the alphas published by Krippendorff (2011), by condition and overall', async () => {
    const { coders, documentCount, overall, conditions } = await queryReliability(
      '',
      `coders documentCount overall { ${COUNTS} ${ALPHAS} }
       conditions { condition { code } agreement { ${COUNTS} ${ALPHAS} } }`,
    );

    expect(coders).toEqual([0, 1, 2, 3].map(coderName));
    expect(documentCount).toBe(1);
    expect(rounded(overall)).toEqual(['0.743', '0.815', '0.849']);
    expect(overall).toMatchObject({
      unitCount: 12,
      unitsInCommon: 11,
      valueCount: 41,
      pairableValueCount: 40,
      missingValueCount: 7,
    });
    const [quay, tide] = conditions;
    expect(quay).toEqual({ condition: { code: 'CLOSED_QUAY' }, agreement: overall });
    expect(tide.condition.code).toBe('TIDE');
    expect(rounded(tide.agreement)).toEqual([null, null, null]);
    expect(tide.agreement).toMatchObject({ unitCount: 0, percentAgreement: null });
  });

  it('compares the requested coders, in any order', async () => {
    const fields = `coders overall { ${COUNTS} ${ALPHAS} }`;

    const [two, turned, one] = [
      await queryReliability(', coders: ["coder-a", "coder-b"]', fields),
      await queryReliability(', coders: ["coder-b", "coder-a", "coder-b"]', fields),
      await queryReliability(', coders: ["coder-a"]', fields),
    ];

    // Of the table's first two rows eight of nine pairs agree: o_12 = o_21 = 1, and n_c is 5, 7, 4, 2,
    // so that α = 1 − 17 · 2 / (18² − 94).
    expect(two.overall).toMatchObject({ unitCount: 11, unitsInCommon: 9, missingValueCount: 2 });
    expect(two.overall.percentAgreement).toBeCloseTo(8 / 9, 12);
    expect(two.overall.nominal.value).toBeCloseTo(1 - 34 / 230, 12);
    expect(turned.coders).toEqual(['coder-b', 'coder-a']);
    expect(turned.overall).toEqual(two.overall);
    expect(one.overall).toMatchObject({ unitCount: 0, nominal: { value: null } });
  });

  it('returns the same interval for the same seed', async () => {
    const fields =
      'overall { ordinal { value confidenceInterval { lower upper confidence samples undefinedSamples seed } } }';

    const [first, again, other] = [
      await queryReliability('', fields),
      await queryReliability('', fields),
      await queryReliability(', bootstrap: { samples: 200, seed: 7, confidence: 0.8 }', fields),
    ];

    expect(again).toEqual(first);
    const { value, confidenceInterval } = first.overall.ordinal;
    expect(confidenceInterval).toMatchObject({ confidence: 0.95, samples: 1000, seed: 1 });
    expect(confidenceInterval.lower).toBeLessThan(value);
    expect(confidenceInterval.upper).toBeGreaterThan(value);
    const narrow = other.overall.ordinal.confidenceInterval;
    expect(narrow).toMatchObject({ confidence: 0.8, samples: 200, seed: 7 });
    expect(narrow.lower).toBeGreaterThan(confidenceInterval.lower);
  });

  it('lists units with their positions', async () => {
    const { overall } = await queryReliability(
      '',
      `overall { units(first: 100) { totalCount nodes { agreed document { reference } holder { slug }
          condition { code } positions { coder stance evidence { exact } } } }
        apart: units(agreed: false) { totalCount nodes { agreed positions { stance } } }
        agreed: units(agreed: true) { totalCount } }`,
    );

    expect(overall.units.totalCount).toBe(12);
    for (const [u, unit] of overall.units.nodes.entries()) {
      const found = unit.positions.map((p: Loose) => [p.coder, p.stance]).toSorted();
      expect(found).toEqual(
        FOUR_OBSERVERS.flatMap((row, coder) => {
          const value = row[u] ?? null;
          return value === null ? [] : [[coderName(coder), STANCES[value - 1]]];
        }),
      );
      expect(unit).toMatchObject({
        document: { reference: REFERENCE },
        holder: { slug: 'tom-arden' },
        condition: { code: 'CLOSED_QUAY' },
      });
    }
    expect(overall.units.nodes.at(-1).agreed).toBeNull();
    expect([overall.apart.totalCount, overall.agreed.totalCount]).toEqual([3, 8]);
    expect(overall.apart.nodes.every((unit: Loose) => unit.agreed === false)).toBe(true);
  });

  it('applies the position filter', async () => {
    const fields = `documentCount coders overall { unitCount valueCount }`;

    expect(await queryReliability(', filter: { channels: [PUBLIC] }', fields)).toMatchObject({
      documentCount: 1,
      overall: { unitCount: 6 },
    });
    expect(
      await queryReliability(', filter: { coders: ["coder-c", "coder-d"] }', fields),
    ).toMatchObject({
      coders: ['coder-c', 'coder-d'],
      overall: { unitCount: 11 },
    });
    expect(await queryReliability(', conditions: ["TIDE"]', fields)).toMatchObject({
      documentCount: 1,
      overall: { unitCount: 0, valueCount: 0 },
    });
  });

  it('returns a citation and the same result at its revision', async () => {
    const fields = `revision citation { title text } overall { ${COUNTS} ${ALPHAS} }`;

    const [now, then, before] = [
      await queryReliability('', fields),
      await queryReliability(`, revision: ${revision}`, fields),
      await queryReliability(`, coders: ["coder-a"], revision: ${revision}`, 'revision'),
    ];

    expect(then.overall).toEqual(now.overall);
    expect(before.revision).toBe(revision);
    expect(now.citation.title).toBe(
      'Reliability of coder-a, coder-b, coder-c, and coder-d on The quay is closed and Ships wait',
    );
  });

  it('loads all evidence in one statement, and nothing for intervals', async () => {
    await queryReliability('', 'revision');
    corpus.takeQueries();

    await queryReliability('', `overall { ${ALPHAS} ordinal { confidenceInterval { lower } } }`);

    // Evidence.
    expect(corpus.takeQueries()).toHaveLength(1);
  });

  it('pools units of several conditions', async () => {
    const own = await writeFiles({
      'a.yaml': withTide(0, [1, 2, 3]),
      'b.yaml': withTide(1, [1, 2, 5]),
    });
    const note = { author: 'test', message: 'the tide too' };
    await importPaths(corpus.store, { paths: [own], ...note, dryRun: false });

    const { overall, conditions } = await queryReliability(
      '',
      `overall { unitCount } conditions { agreement { ${COUNTS} ${ALPHAS} } }`,
    );

    // Now coders a and b have the tide only, c and d the quay only.
    const [quay, tide] = conditions.map(({ agreement }: Loose) => agreement);
    expect(overall.unitCount).toBe(quay.unitCount + tide.unitCount);
    expect(tide).toMatchObject({ unitCount: 3, unitsInCommon: 3, missingValueCount: 6 });
    expect(tide.percentAgreement).toBeCloseTo(2 / 3, 12);
  });

  it.each([
    ['coders: ["coder-z"]', 'UNKNOWN_CODER', ['coders', 0]],
    ['filter: { coders: ["coder-z"] }', 'UNKNOWN_CODER', ['filter', 'coders', 0]],
    ['conditions: ["TIDES"]', 'UNKNOWN_CONDITION', ['conditions', 0]],
    ['bootstrap: { samples: 0 }', 'BAD_INPUT', ['bootstrap', 'samples']],
    ['bootstrap: { samples: 10001 }', 'BAD_INPUT', ['bootstrap', 'samples']],
    ['bootstrap: { confidence: 1 }', 'BAD_INPUT', ['bootstrap', 'confidence']],
    ['revision: 999', 'UNKNOWN_REVISION', ['revision']],
  ])('rejects %s', async (args, code, input) => {
    const { errors } = await corpus.ask(
      `{ reliability(codebook: "quay-levels", ${args}) { revision } }`,
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code, input });
  });
});

/** The alphas rounded to three digits, as published. */
function rounded({ nominal, ordinal, interval }: Loose): readonly (string | null)[] {
  return [nominal, ordinal, interval].map(({ value }) => value?.toFixed(3) ?? null);
}

function withTide(coder: number, row: readonly number[]): string {
  return coding(REFERENCE, coder, row, 'TIDE');
}

describe('Query.reliability with one coder', () => {
  const corpus = useCorpus();

  it('returns null for every measure', async () => {
    const { data, errors } = await corpus.ask(
      `{ reliability { coders documentCount overall { ${COUNTS} ${ALPHAS} ordinal { confidenceInterval { lower } } units { totalCount nodes { agreed } } }
         conditions { condition { code } agreement { unitCount } } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data.reliability).toMatchObject({
      coders: ['founding-coders'],
      documentCount: 0,
      overall: {
        unitCount: 0,
        unitsInCommon: 0,
        valueCount: 0,
        missingValueCount: 0,
        percentAgreement: null,
        nominal: { value: null },
        ordinal: { value: null, confidenceInterval: null },
        interval: { value: null },
        units: { totalCount: 0, nodes: [] },
      },
    });
    expect(data.reliability.conditions).toHaveLength(5);
  });
});
