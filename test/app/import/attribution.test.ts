import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import {
  ACTORS,
  ARTICLE,
  CODEBOOK,
  CODING,
  EXCERPTS,
  QUAY_CORPUS,
  QUOTE,
  writeFiles,
} from './quay-corpus.ts';

const CHAIN = `      - { speaker: tom-arden, channel: PUBLIC }
      - { speaker: evening-gazette, channel: PUBLIC }
`;
/** Two offices of one city, and a reporter. */
const MORE_ACTORS = `${ACTORS}  - { slug: city, name: The City, kind: STATE }
  - slug: mint
    name: The Mint
    kind: OFFICE
    affiliations: [{ organisation: city }]
  - slug: school
    name: The School
    kind: OFFICE
    affiliations: [{ organisation: city }]
  - slug: rosa-lind
    name: Rosa Lind
    kind: PERSON
    affiliations: [{ organisation: evening-gazette }]
`;

const step = (speaker: string, more = ''): string =>
  `      - { speaker: ${speaker}, channel: PUBLIC${more} }\n`;

function chained(holder: string, ...steps: readonly string[]): string {
  return CODING.replace('holder: tom-arden', `holder: ${holder}`).replace(CHAIN, steps.join(''));
}

const byAuthor = (author: string): string =>
  EXCERPTS.replace('The Evening Gazette, actor: evening-gazette', `Somebody, actor: ${author}`);

/** A denial of the statement, in words of its own. */
function denial(holder: string, stance: string, more = ''): string {
  return `${CODING}  - id: denial
    holder: ${holder}
    statedOn: 2009-03-01
    channel: PUBLIC
    wording: PARAPHRASE
    modality: DENIED
    disputes: master-waits
    quote: We will wait
    attribution: [{ speaker: ${holder}, channel: PUBLIC }, { speaker: evening-gazette, channel: PUBLIC }]
    positions:
      - { condition: CLOSED_QUAY, stance: ${stance}, summary: Denied. }
${more}`;
}

/** Case, coding, and the message with file and line; and the document, if it is another. */
const REFUSED: readonly (readonly [string, string, RegExp, string?])[] = [
  [
    'a first speaker of another party',
    chained('tom-arden', step('port-council'), step('evening-gazette')),
    /coding\.yaml:13: The first speaker must be the holder, tom-arden, or speak for it: port-council was not part of it/,
  ],
  [
    'a first speaker who was not yet part of the holder',
    chained('pilots-guild', step('tom-arden'), step('evening-gazette')).replace(
      '2009-02-28',
      '2007-12',
    ),
    /coding\.yaml:13: The first speaker must be the holder, pilots-guild/,
  ],
  [
    "another's document as the holder's own",
    chained('tom-arden', step('evening-gazette')),
    /coding\.yaml:13: The first speaker must be the holder, tom-arden, or speak for it: evening-gazette/,
  ],
  [
    'a document as that of an office beside its own',
    chained('mint', step('city')),
    /coding\.yaml:13: One step means that the document is the holder's own, but school is not part of mint/,
    byAuthor('school'),
  ],
  [
    'a last speaker who did not write the document',
    chained('tom-arden', step('tom-arden'), step('port-council')),
    /coding\.yaml:14: The last speaker must be the document's author, evening-gazette, not port-council/,
  ],
  [
    'a last step after the document',
    chained('tom-arden', step('tom-arden'), step('evening-gazette', ', date: 2009-03-02')),
    /coding\.yaml:14: This step is of 2009-03-02, after the document, which is of 2009-03-01\./,
  ],
  [
    'a statement after the document',
    CODING.replace('2009-02-28', '2009-04'),
    /coding\.yaml:8: The statement is of 2009-04-01, after its document, which is of 2009-03-01/,
  ],
  [
    'a first step of another date than the statement',
    chained('tom-arden', step('tom-arden', ', date: 2009-02-27'), step('evening-gazette')),
    /coding\.yaml:13: The first step is the statement itself: it is of 2009-02-27, but statedOn is 2009-02-28/,
  ],
  [
    'a first step after the last day of the statement',
    chained('tom-arden', step('tom-arden', ', date: 2009-03-01'), step('evening-gazette')).replace(
      '2009-02-28\n',
      '2009-02-28\n    onOrBefore: true\n',
    ),
    /coding\.yaml:14: The first step .* but statedOn is on or before 2009-02-28/,
  ],
  [
    'a retelling before an undated first step',
    chained('tom-arden', step('tom-arden'), step('evening-gazette', ', date: 2009-02-01')),
    /coding\.yaml:14: evening-gazette retells on 2009-02-01 what was said later/,
  ],
  [
    'a retelling before a step that is not the one before',
    chained(
      'tom-arden',
      step('tom-arden', ', date: 2009-02'),
      step('port-council', ', date: 2009-02-20'),
      step('pilots-guild', ', date: 2009'),
      step('evening-gazette', ', date: 2009-02-19'),
    ).replace('2009-02-28', '2009-02'),
    /coding\.yaml:16: evening-gazette retells on 2009-02-19 what was said later/,
  ],
  [
    "a denial of another's statement",
    denial('port-council', 'UPHOLDS'),
    /coding\.yaml:28: A denial is of what is ascribed to its holder, port-council, but "master-waits" is a statement of tom-arden/,
  ],
  [
    'a denial with the stance that it denies',
    denial('tom-arden', 'REJECTS'),
    /coding\.yaml:32: The stance of a denial is the one that the holder takes by denying\. This one denies REJECTS/,
  ],
  [
    'a denial on a condition that the disputed statement does not name',
    denial('tom-arden', 'UPHOLDS')
      .replace(/ {6}- condition: TIDE\n.*\n.*\n/, '')
      .concat('      - { condition: TIDE, stance: REJECTS, summary: Denied as well. }\n'),
    /coding\.yaml:\d+: The disputed statement "master-waits" has no position on TIDE; it has CLOSED_QUAY/,
  ],
];

/** Case, coding, number of retellings; and the document, if it is another. */
const ACCEPTED: readonly (readonly [string, string, number, string?])[] = [
  ['a spokesman', chained('pilots-guild', step('tom-arden'), step('evening-gazette')), 1],
  [
    'a holder whose guild speaks',
    chained('tom-arden', step('pilots-guild'), step('evening-gazette')),
    1,
  ],
  ["the author's newspaper", CODING, 1, byAuthor('rosa-lind')],
  ["a reporter of the author's", chained('tom-arden', step('tom-arden'), step('rosa-lind')), 1],
  ["the holder's own document", chained('tom-arden', step('tom-arden')), 0, byAuthor('tom-arden')],
  [
    "a document of the holder's guild",
    chained('tom-arden', step('pilots-guild')),
    0,
    byAuthor('pilots-guild'),
  ],
  [
    'an unknown author',
    chained('tom-arden', step('tom-arden')),
    0,
    EXCERPTS.replace(', actor: evening-gazette', '').replace('The Evening Gazette', 'Nobody'),
  ],
  [
    'an unknown date of the document',
    CODING.replace('2009-02-28', '2019'),
    1,
    EXCERPTS.replace('createdAt: 2009-03-01\n', ''),
  ],
  [
    'a year in which he was in the guild',
    chained('pilots-guild', step('tom-arden'), step('evening-gazette')).replace(
      '2009-02-28',
      '2008',
    ),
    1,
  ],
  ['a denial with another stance', denial('pilots-guild', 'NONCOMMITTAL'), 1],
];

describe('the attribution in a coding file', () => {
  const corpus = useOwnCorpus();
  let number = 0;
  beforeAll(async () => {
    const folder = await writeFiles({ ...QUAY_CORPUS, 'actors.yaml': MORE_ACTORS });
    await importPaths(corpus.store, { paths: [folder], author: 'test', dryRun: false });
  });

  /** Imports a document of its own with its coding. */
  const importAs = async (coding: string, document: string, dryRun: boolean) => {
    number += 1;
    const [reference, words] = [`paper-${number}`, `${QUOTE}, as paper ${number} has it`];
    const folder = await writeFiles({
      'document.yaml': document.replace(ARTICLE, reference).replace(QUOTE, words),
      'coding.yaml': coding.replace(ARTICLE, reference),
    });
    const report = await importPaths(corpus.store, { paths: [folder], author: 'test', dryRun });
    return { report, reference };
  };

  it.each(
    REFUSED.map(
      ([what, coding, message, document = EXCERPTS]) => [what, coding, message, document] as const,
    ),
  )('is refused for %s', async (_what, coding, message, document) => {
    await expect(importAs(coding, document, true)).rejects.toThrow(message);
    await expect(importAs(coding, document, false)).rejects.toThrow(message);
  });

  it.each(
    ACCEPTED.map(
      ([what, coding, retellings, document = EXCERPTS]) =>
        [what, coding, retellings, document] as const,
    ),
  )('is accepted for %s', async (_what, coding, retellings, document) => {
    const { reference } = await importAs(coding, document, false);

    const { data } = await corpus.ask(
      `query ($reference: String!) { document(reference: $reference) {
        all: positions { nodes { retellings } }
        own: positions(filter: { maxRetellings: 0 }) { totalCount } } }`,
      { reference },
    );
    const { all, own } = data.document;
    expect(all.nodes.length).toBeGreaterThan(1);
    for (const each of all.nodes) expect(each.retellings).toBe(retellings);
    expect(own.totalCount).toBe(retellings === 0 ? all.nodes.length : 0);
  });
});

describe('what a codebook says of denials', () => {
  const corpus = useOwnCorpus();
  const RULE = 'denials: { stance: OPPOSITE, definition: The opposite of what is denied. }\n';
  const OTHER = 'denials: { stance: OTHER, definition: Whatever is not denied. }\n';
  const run = async (codebook: string, coding: string) =>
    importPaths(corpus.store, {
      paths: [
        await writeFiles({ ...QUAY_CORPUS, 'codebook.yaml': codebook, 'coding.yaml': coding }),
      ],
      author: 'test',
      dryRun: false,
    });
  const rule = async (revision: number | null) => {
    const { data } = await corpus.ask(
      'query ($r: Int) { codebook(slug: "quay-terms", revision: $r) { isDefault denials { stance definition } } }',
      { r: revision },
    );
    return data.codebook;
  };

  it('is checked, can be added once, and is kept by revision', async () => {
    const opposite = CODEBOOK.replaceAll('quay-terms', 'quay-opposites') + RULE;
    const using = (stance: string) =>
      denial('tom-arden', stance).replace('quay-terms', 'quay-opposites');

    await expect(run(opposite, using('NONCOMMITTAL'))).rejects.toThrow(
      /coding\.yaml:32: By the codebook "quay-opposites", version 1, .* for REJECTS it is UPHOLDS, not NONCOMMITTAL/,
    );
    expect((await run(opposite, using('UPHOLDS'))).revision).not.toBeNull();

    const { revision } = await run(CODEBOOK, denial('tom-arden', 'NONCOMMITTAL'));
    await expect(run(CODEBOOK + RULE, CODING)).rejects.toThrow(/versions are immutable/);
    const defined = await run(CODEBOOK + OTHER, denial('tom-arden', 'NONCOMMITTAL'));
    expect(defined.revision).toBe((revision ?? 0) + 1);
    expect(await rule(revision)).toEqual({ isDefault: false, denials: null });
    expect(await rule(null)).toEqual({
      isDefault: false,
      denials: { stance: 'OTHER', definition: 'Whatever is not denied.' },
    });
    expect((await run(CODEBOOK + OTHER, denial('tom-arden', 'NONCOMMITTAL'))).revision).toBeNull();
    await expect(run(CODEBOOK, CODING)).rejects.toThrow(/versions are immutable/);
    const { data } = await corpus.ask('{ codebook { slug denials { stance } } }');
    expect(data.codebook).toEqual({ slug: 'quartet-principles', denials: { stance: 'OTHER' } });
  });
});
