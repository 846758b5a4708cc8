/** A corpus of its own, about a quay in a port: every name and sentence in it is made up. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const QUOTE = 'We will wait for the tide, and not for the council';

export const ARTICLE = '2009-03-01-northern-quay-shut-for-now';

export const ACTORS = `actors:
  - slug: port-council
    name: Port Council
    kind: ORGANISATION
    aliases: [the harbour council]
  - slug: pilots-guild
    name: Pilots' Guild
    kind: ORGANISATION
  - slug: tom-arden
    name: Tom Arden
    kind: PERSON
    affiliations:
      - { organisation: pilots-guild, from: 2008, role: master }
  - slug: evening-gazette
    name: The Evening Gazette
    kind: MEDIA_OUTLET
`;

export const CODEBOOK = `codebook: quay-terms
version: 1
title: The terms of the quay
description: Who wants the northern quay closed.
stances:
  - { stance: UPHOLDS, definition: wants it closed }
  - { stance: NONCOMMITTAL, definition: takes no side }
  - { stance: REJECTS, definition: wants it open }
conditions:
  - code: CLOSED_QUAY
    kind: PRINCIPLE
    title: The quay is closed
    proposition: The northern quay must be closed until it is dredged.
  - code: TIDE
    kind: CONSEQUENCE
    title: Ships wait
    proposition: Ships wait for the tide.
`;

export const EXCERPTS = `reference: ${ARTICLE}
kind: NEWS_ARTICLE
title: Northern Quay Shut, for Now
createdAt: 2009-03-01
authors:
  - { name: The Evening Gazette, actor: evening-gazette }
excerpts:
  - "“${QUOTE},” said the master."
`;

export const CODING = `document: ${ARTICLE}
codebook: quay-terms
version: 1
coder: quay-coder
statements:
  - id: master-waits
    holder: tom-arden
    statedOn: 2009-02-28
    channel: PUBLIC
    wording: VERBATIM
    quote: ${QUOTE}
    attribution:
      - { speaker: tom-arden, channel: PUBLIC }
      - { speaker: evening-gazette, channel: PUBLIC }
    positions:
      - condition: CLOSED_QUAY
        stance: REJECTS
        summary: The master wants the quay open.
      - condition: TIDE
        stance: UPHOLDS
        summary: The master waits for the tide.
`;

/** The article as its page has it, the quotation included unless another is given. */
export function articlePage(quote = QUOTE): string {
  return `Northern Quay Shut, for Now
By Rosa Lind
The Evening Gazette
Published: March 1, 2009 4:47 PM

The harbour council voted on Tuesday to close the northern quay until the dredging is finished, a decision that the fleet called premature.

“${quote},” said the master of the largest trawler in the basin, and his crew nodded at every word.
`;
}

/** All that is needed for a coding to stand. */
export const QUAY_CORPUS: Readonly<Record<string, string>> = {
  'actors.yaml': ACTORS,
  'codebook.yaml': CODEBOOK,
  'article.yaml': EXCERPTS,
  'coding.yaml': CODING,
};

/** Writes files into a new folder, or into the given one, and returns it. */
export async function writeFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  folder?: string,
): Promise<string> {
  const into = folder ?? (await mkdtemp(join(tmpdir(), 'demarche-files-')));
  for (const [name, content] of Object.entries(files)) {
    const path = join(into, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return into;
}
