/** Random histories of a corpus, as the files of each of its revisions. */
import fc from 'fast-check';
import { stringify } from 'yaml';
import {
  ACTOR_KINDS,
  CHANNELS,
  DOCUMENT_KINDS,
  RELEASES,
  STANCES,
} from '#src/domain/vocabulary.ts';

const SENTENCES = [
  'We will keep the harbour open.',
  'The quay must close before winter.',
  'Nobody asked the pilots about the tide.',
  'The council may yet change its mind.',
] as const;
const QUOTES = { quotes: [{ quote: SENTENCES[3] }, { quote: SENTENCES[0] }] };
const ACTORS = ['harbour', 'council', 'pilot', 'mayor', 'clerk', 'gazette'] as const;
const PARTIES = ACTORS.slice(0, 2);
const DOCUMENTS = ['paper-1', 'paper-2', 'paper-3'] as const;
const CODERS = ['ann', 'ben'] as const;
const CONDITIONS = ['OPEN', 'CLOSED'] as const;

/** The numbers that a coding is made of: version of the codebook, and the rest. */
type CodingDraw = readonly [version: number, value: number];

/** What a history changes: the parts of a corpus as its files describe them. */
export interface Described {
  readonly actors: Record<string, Record<string, unknown>>;
  readonly documents: Record<string, Record<string, unknown>>;
  /** By document and coder: `paper-1/ann`. */
  readonly codings: Record<string, CodingDraw>;
  /** Versions of the one codebook; index 0 is version 1. */
  readonly defaults: boolean[];
  /** What this step withdraws. */
  withdrawn: Record<string, string> | null;
}

/** Numbers from which one change is made. */
type Draw = readonly [kind: number, which: number, field: number, value: number];
/** Revisions, each with its changes. */
export type History = readonly (readonly Draw[])[];

const number = fc.nat(59);
export const HISTORIES: fc.Arbitrary<History> = fc.array(
  fc.array(fc.tuple(number, number, number, number), { minLength: 1, maxLength: 4 }),
  { minLength: 2, maxLength: 4 },
);

function pick<Item>(items: readonly Item[], at: number): Item {
  return items[at % items.length] as Item;
}

function day(value: number): string {
  return `20${String(10 + (value % 3)).padStart(2, '0')}-0${1 + (value % 9)}-1${value % 10}`;
}

/** Optional values: what is left out stays as it is stored. */
function actorField(slug: string, field: number, value: number): Record<string, unknown> {
  return pick(
    [
      { name: `The ${slug} ${value % 3}` },
      { kind: pick(ACTOR_KINDS, value) },
      { description: `Called ${slug} in year ${value}.` },
      { aliases: [`Old ${slug}`, `${slug} of ${value % 4}`] },
      {
        affiliations: PARTIES.includes(slug as 'harbour')
          ? []
          : [
              {
                organisation: pick(PARTIES, value),
                role: `member ${value % 2}`,
                ...(value % 3 > 0 && { from: pick(['2010-06-01', '2010', '2010-07'], value) }),
              },
            ],
      },
    ],
    field,
  );
}

function documentField(index: number, field: number, value: number): Record<string, unknown> {
  const author = pick(ACTORS, value);
  return pick(
    [
      { title: value % 5 ? `Report ${value % 4} on the ${pick(['quay', 'tide'], value)}` : null },
      { kind: pick(DOCUMENT_KINDS, value) },
      { createdAt: pick(['2020-05-16', '2024', '2023-05', '2022-07-18T10:30Z', null], value) },
      { release: pick(RELEASES, value) },
      { provenance: `Found in box ${value}.`, origin: `Office ${value % 2}` },
      { authors: [{ name: `As written ${value % 2}`, ...(value % 4 > 0 && { actor: author }) }] },
      { excerpts: [...SENTENCES, ...(value % 2 ? [`A sentence of its own, ${value}.`] : [])] },
      index > 0 ? { enclosedBy: DOCUMENTS[0] } : { language: pick(['en', 'de'], value) },
    ],
    field,
  );
}

/** The last who speaks is the author of the document, if there is one. */
function attributionTo(holder: string, author: string | null) {
  const own = { speaker: holder, channel: 'PUBLIC' };
  return author === null || author === holder
    ? [own]
    : [own, { speaker: author, channel: 'PUBLIC', audience: ['mayor'] }];
}

/** A coding, all of which follows from numbers. */
function coding(
  document: string,
  coder: string,
  version: number,
  value: number,
  author: string | null,
) {
  // Sometimes none: the coder found nothing.
  const statements = SENTENCES.slice(0, value % 4).map((quote, i) => {
    const isDenial = i === 2 && value % 2 === 0; // Of the first, on the same condition.
    const holder = pick(ACTORS, isDenial ? value : value + i);
    return {
      id: `said-${i}`,
      holder,
      ...(value % 3 === 1 && holder !== 'council' && { onBehalfOf: 'council' }),
      ...(isDenial && { modality: 'DENIED', disputes: 'said-0' }),
      statedOn: pick([day(value + i), '2011', '2010-05'], value),
      onOrBefore: value % 7 === 0,
      channel: pick(CHANNELS, value + i),
      wording: 'VERBATIM',
      ...(value % 4 === 1 && i === 0 ? QUOTES : { quote }),
      attribution: attributionTo(holder, author),
      positions: [
        {
          condition: pick(CONDITIONS, value + i),
          stance: pick(STANCES, value * 7 + i),
          summary: `Summary ${value} of sentence ${i}.`,
        },
      ],
    };
  });
  const status = value % 2 ? 'SETTLED' : 'PROVISIONAL';
  return { document, codebook: 'quay', version, coder, status, statements };
}

function codebook(version: number, isDefault: boolean) {
  return {
    codebook: 'quay',
    version,
    default: isDefault,
    title: `Quay ${version}`,
    description: 'Who wants what.',
    stances: STANCES.map((stance) => ({ stance, definition: `${stance} it` })),
    conditions: CONDITIONS.map((code) => ({
      code,
      kind: 'PRINCIPLE',
      title: `The quay is ${code.toLowerCase()} (${version})`,
      proposition: `The quay is ${code}.`,
      indicatorTerms: ['quay', 'tide', 'council'],
    })),
  };
}

/** What the first revision holds. */
export function beginning(): Described {
  return {
    actors: Object.fromEntries(
      ACTORS.map((slug) => [slug, { slug, name: `The ${slug}`, kind: 'ORGANISATION' }]),
    ),
    documents: Object.fromEntries(
      DOCUMENTS.slice(0, 2).map((reference, i) => [
        reference,
        { reference, kind: 'LETTER', createdAt: `2020-0${i + 1}`, excerpts: [...SENTENCES] },
      ]),
    ),
    codings: { 'paper-1/ann': [1, 3] },
    defaults: [true],
    withdrawn: null,
  };
}

/** Makes one change. */
export function change(described: Described, [kind, which, field, value]: Draw): void {
  const { actors, documents, codings, defaults } = described;
  if (kind % 7 === 6) {
    // What is withdrawn in one step is described again in the next.
    const document = pick(Object.keys(documents), which);
    described.withdrawn = field % 2 ? { document } : { document, coder: pick(CODERS, value) };
  } else if (kind % 7 < 2) {
    const slug = pick(ACTORS, which);
    actors[slug] = { ...actors[slug], ...actorField(slug, field, value) };
  } else if (kind % 7 < 4) {
    const index = which % DOCUMENTS.length;
    const reference = pick(DOCUMENTS, index);
    const before = documents[reference] ?? { reference, kind: 'OTHER', excerpts: [...SENTENCES] };
    documents[reference] = { ...before, ...documentField(index, field, value) };
  } else if (kind % 7 === 4) {
    const document = pick(Object.keys(documents), which);
    const coder = pick(CODERS, field);
    const version = 1 + (value % defaults.length);
    codings[`${document}/${coder}`] = [version, value];
  } else if (defaults.length < 2) {
    defaults.push(value % 2 === 1);
    if (value % 2 === 1) defaults[0] = false;
  } else {
    defaults[0] = value % 2 === 0;
    defaults[1] = value % 3 === 1 && value % 2 === 1;
  }
}

/** The files that describe it. */
export function filesOf(described: Described): Record<string, string> {
  const { actors, documents, codings, defaults, withdrawn } = described;
  if (withdrawn !== null) {
    const withdrawals = [{ ...withdrawn, reason: 'played' }];
    return { 'withdrawals.yaml': stringify({ withdrawals }) };
  }
  const parts: (readonly [string, unknown])[] = [
    ['actors', { actors: Object.values(actors) }],
    ...Object.entries(documents),
    ...Object.entries(codings).map(([key, [version, value]]) => {
      const [document = '', coder = ''] = key.split('/');
      const [author] = (documents[document]?.['authors'] ?? []) as { actor?: string }[];
      return [
        `${document}-by-${coder}`,
        coding(document, coder, version, value, author?.actor ?? null),
      ] as const;
    }),
    ...defaults.map((isDefault, i) => [`codebook-${i + 1}`, codebook(i + 1, isDefault)] as const),
  ];
  return Object.fromEntries(parts.map(([name, value]) => [`${name}.yaml`, stringify(value)]));
}
