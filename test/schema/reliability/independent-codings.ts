/** A fictitious article coded independently by several coders, with the values of a table. */
import type { Table } from '#test/analysis/reliability/reliability-tables.ts';
import { ACTORS } from '#test/app/import/quay-corpus.ts';

export const STANCES = ['REJECTS', 'RESISTS', 'NONCOMMITTAL', 'QUALIFIES', 'UPHOLDS'];

const CODEBOOK = `codebook: quay-levels
version: 1
title: The quay in five levels
description: Who wants the northern quay closed.
stances:
${STANCES.toReversed()
  .map((stance) => `  - { stance: ${stance}, definition: as it says }`)
  .join('\n')}
conditions:
  - { code: CLOSED_QUAY, kind: PRINCIPLE, title: The quay is closed, proposition: The quay must be closed. }
  - { code: TIDE, kind: CONSEQUENCE, title: Ships wait, proposition: Ships wait for the tide. }
`;

const SIGNS =
  'alder birch cedar dogwood elm fir gorse hazel ivy juniper larch maple nettle oak pine'.split(
    ' ',
  );

const sentence = (unit: number): string =>
  `Under the sign of the ${SIGNS[unit]} the master spoke of the quay for as long as they let him`;

/** Coder `c` quotes one word less of each sentence than coder `c − 1`. */
const quote = (unit: number, coder: number): string =>
  sentence(unit)
    .split(' ')
    .slice(0, 19 - coder)
    .join(' ');

/** Source file of the article with this reference. */
export function article(reference: string, units: number): string {
  return `reference: ${reference}
kind: NEWS_ARTICLE
title: The Master Speaks
createdAt: 2009-03-01
authors:
  - { name: The Evening Gazette, actor: evening-gazette }
excerpts:
${Array.from({ length: units }, (_, unit) => `  - "${sentence(unit)}."`).join('\n')}
`;
}

/** Coding file of a coder: the values 1…5 of one row of the table, on a condition. */
export function coding(
  reference: string,
  coder: number,
  row: Table[number],
  condition = 'CLOSED_QUAY',
): string {
  const statements = row.flatMap((value, unit) =>
    value === null
      ? []
      : `  - id: unit-${unit + 1}
    holder: tom-arden
    statedOn: 2009-02-28
    channel: ${unit % 2 === 0 ? 'PUBLIC' : 'PRIVATE'}
    wording: PARAPHRASE
    quote: ${quote(unit, coder)}
    attribution:
      - { speaker: tom-arden, channel: PUBLIC }
      - { speaker: evening-gazette, channel: PUBLIC }
    positions:
      - { condition: ${condition}, stance: ${STANCES[value - 1]}, summary: What the master says. }
`,
  );
  return `document: ${reference}
codebook: quay-levels
version: 1
coder: ${coderName(coder)}
statements:
${statements.join('')}`;
}

export function coderName(coder: number): string {
  return `coder-${'abcd'[coder]}`;
}

/** Actors, codebook, article, and a coding for each row of the table. */
export function codedApart(reference: string, table: Table): Readonly<Record<string, string>> {
  return {
    'actors.yaml': ACTORS,
    'codebook.yaml': CODEBOOK,
    'article.yaml': article(reference, table[0]?.length ?? 0),
    ...Object.fromEntries(
      table.map((row, coder) => [`${coderName(coder)}.yaml`, coding(reference, coder, row)]),
    ),
  };
}
