/** A corpus large enough for operations that take seconds: two coders, thousands of positions, long texts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const DOCUMENTS = 6;
const STATEMENTS = 150;
const CODERS = ['coder-one', 'coder-two'];
const STANCES = ['REJECTS', 'RESISTS', 'NONCOMMITTAL', 'QUALIFIES', 'UPHOLDS'];
const HOLDERS = ['russia', 'hamas', 'united-states', 'israel', 'fatah', 'egypt'];

const sentence = (document: number, unit: number): string =>
  `In session ${document} as item ${unit} the speaker said that the ferry of berth ${unit * 7 + document} must wait for tide ${unit % 13} and the pilot`;

function article(document: number): string {
  const excerpts = Array.from(
    { length: STATEMENTS },
    (_, unit) => `  - "${sentence(document, unit)}."`,
  );
  return `reference: large-${document}
kind: NEWS_ARTICLE
title: The ferry, session ${document}
createdAt: ${2020 + document}-03-01
authors:
  - { name: BuzzFeed, actor: buzzfeed }
excerpts:
${excerpts.join('\n')}
`;
}

function coding(document: number, coder: number): string {
  const statements = Array.from({ length: STATEMENTS }, (_, unit) => {
    const stance = (offset: number): string =>
      STANCES[(unit + offset + (unit % 7 === 0 ? coder : 0)) % STANCES.length] ?? '';
    return `  - id: unit-${unit}
    holder: ${HOLDERS[unit % HOLDERS.length]}
    statedOn: ${1990 + (unit % 25)}-${String(1 + (unit % 12)).padStart(2, '0')}-15
    channel: ${unit % 2 === 0 ? 'PUBLIC' : 'PRIVATE'}
    wording: PARAPHRASE
    quote: ${sentence(document, unit)}
    attribution:
      - { speaker: ${HOLDERS[unit % HOLDERS.length]}, channel: PUBLIC }
      - { speaker: buzzfeed, channel: PUBLIC }
    positions:
      - { condition: NONVIOLENCE, stance: ${stance(0)}, summary: What the speaker says about item ${unit}. }
      - { condition: RECOGNITION, stance: ${stance(2)}, summary: What the speaker adds about item ${unit}. }
`;
  });
  return `document: large-${document}
codebook: quartet-principles
version: 1
coder: ${CODERS[coder]}
statements:
${statements.join('')}`;
}

/** Writes the files of the corpus, which refer to actors and the codebook of the seeds. */
export async function writeLargeCorpus(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let document = 0; document < DOCUMENTS; document += 1) {
    await writeFile(join(folder, `large-${document}.yaml`), article(document));
    for (const [coder, name] of CODERS.entries())
      await writeFile(join(folder, `large-${document}-${name}.yaml`), coding(document, coder));
  }
}
