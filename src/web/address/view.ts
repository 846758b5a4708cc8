/** What is looked at: the filters that all pictures share. */
import type { Channel, DocumentKind, PositionFilter } from '#src/client/generated/graphql.ts';
import { CHANNELS, DOCUMENT_KINDS, MODALITIES, WORDINGS } from '../format/enum-labels.ts';

export interface View {
  /** Days, inclusive: `2006-02-01`. */
  readonly from?: string;
  readonly to?: string;
  readonly channel?: readonly Channel[];
  /** At most so many tellings. */
  readonly retellings?: string;
  /** Slugs of those by whose documents it is told. */
  readonly source?: readonly string[];
  readonly kind?: readonly DocumentKind[];
  readonly wording?: readonly (typeof WORDINGS)[number][];
  readonly modality?: readonly (typeof MODALITIES)[number][];
  /** Slugs of those compared; all parties without it. */
  readonly actors?: readonly string[];
  /** At most so many actors are shown. */
  readonly rows?: string;
}

/** Actors that are shown at first, and that are added with each "more": about a screen of them. */
export const ACTORS_PER_PAGE = 12;

/** Reads a view out of an address; what is none of its words is left out. */
export function parseView(search: Readonly<Record<string, unknown>>): View {
  const view = {
    from: day(search['from']),
    to: day(search['to']),
    channel: among(CHANNELS, search['channel']),
    retellings: /^\d{1,2}$/.test(String(search['retellings']))
      ? String(search['retellings'])
      : undefined,
    source: slugs(search['source']),
    kind: among(DOCUMENT_KINDS, search['kind']),
    wording: among(WORDINGS, search['wording']),
    modality: among(MODALITIES, search['modality']),
    actors: slugs(search['actors']),
    rows: /^[1-9]\d{0,2}$/.test(String(search['rows'])) ? String(search['rows']) : undefined,
  };
  return withoutGaps(view);
}

/** The view as the API takes it. */
export function positionFilter(view: View): PositionFilter {
  return withoutGaps({
    statedFrom: view.from,
    statedTo: view.to,
    channels: view.channel,
    maxRetellings: view.retellings === undefined ? undefined : Number(view.retellings),
    reportedBy: view.source,
    documentKinds: view.kind,
    wordings: view.wording,
    modalities: view.modality,
  });
}

/** The same rows for every picture: the chosen actors, or all parties. */
export function comparedActors({ actors }: View) {
  return actors === undefined ? ({ groupBy: 'PARTY' } as const) : { actors };
}

/** How many actors are shown: of all parties, those with the most positions. */
export function actorLimit({ rows }: View): number {
  return rows === undefined ? ACTORS_PER_PAGE : Number(rows);
}

/** What the matrix of a view is asked by. */
export function comparisonVariables(view: View) {
  return { of: comparedActors(view), filter: positionFilter(view), first: actorLimit(view) };
}

/** The view with more of them. */
export function withMoreActors(view: View): { readonly rows: string } {
  return { rows: String(Math.min(actorLimit(view) + ACTORS_PER_PAGE, 999)) };
}

/** Whether anything is left out by choice. */
export function hasFilters(view: View): boolean {
  return view.actors !== undefined || Object.keys(positionFilter(view)).length > 0;
}

/** One of them, counted as its row is. */
export function rowSelection(actor: string, { actors }: View) {
  return actors === undefined ? { parties: [actor] } : { actors: [actor] };
}

type Present<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutGaps<T extends object>(value: T): Present<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as Present<T>;
}

function day(value: unknown): string | undefined {
  const text = String(value);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && new Date(text).toISOString().startsWith(text) ? text : undefined;
}

function list(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(',') : [];
}

function among<Word extends string>(
  words: readonly Word[],
  value: unknown,
): readonly Word[] | undefined {
  const given = list(value);
  const found = words.filter((word) => given.includes(word));
  return found.length === 0 ? undefined : found;
}

function slugs(value: unknown): readonly string[] | undefined {
  const found = list(value).filter((each) => /^[a-z0-9][a-z0-9-]*$/.test(each));
  return found.length === 0 ? undefined : [...new Set(found)];
}
