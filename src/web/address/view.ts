import type { Channel, DocumentKind, Modality, Wording } from '#src/client/generated/graphql.ts';
import { CHANNELS, DOCUMENT_KINDS, MODALITIES, WORDINGS } from '../format/enum-labels.ts';

/** The filters and actors that all charts share, under the names of their address parameters. */
export interface View {
  /** First and last day, inclusive: `2006-02-01`. */
  readonly from?: string;
  readonly to?: string;
  readonly channel?: readonly Channel[];
  /** Maximum number of retellings. */
  readonly retellings?: string;
  /** Slugs of the parties and media outlets whose documents report the positions. */
  readonly source?: readonly string[];
  readonly kind?: readonly DocumentKind[];
  readonly wording?: readonly Wording[];
  readonly modality?: readonly Modality[];
  /** Slugs of the compared actors. Default: all parties. */
  readonly actors?: readonly string[];
  /** Maximum number of comparison rows, and so of actors shown. */
  readonly rows?: string;
}

/** Parses the parameters of an address; unknown and invalid values are ignored. */
export function parseView(search: Readonly<Record<string, unknown>>): View {
  return withoutUndefined({
    from: parseDay(search['from']),
    to: parseDay(search['to']),
    channel: parseValues(CHANNELS, search['channel']),
    retellings: parseMatch(/^\d{1,2}$/, search['retellings']),
    source: parseSlugs(search['source']),
    kind: parseValues(DOCUMENT_KINDS, search['kind']),
    wording: parseValues(WORDINGS, search['wording']),
    modality: parseValues(MODALITIES, search['modality']),
    actors: parseSlugs(search['actors']),
    rows: parseMatch(/^[1-9]\d{0,2}$/, search['rows']),
  });
}

type Defined<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The object without its undefined properties. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, property]) => property !== undefined),
  ) as Defined<T>;
}

function parseMatch(pattern: RegExp, value: unknown): string | undefined {
  const text = String(value);
  return pattern.test(text) ? text : undefined;
}

function parseDay(value: unknown): string | undefined {
  const text = parseMatch(/^\d{4}-\d\d-\d\d$/, value);
  if (text === undefined || Number.isNaN(Date.parse(text))) return undefined;
  // `Date` accepts 30 February and moves it to March.
  return new Date(text).toISOString().startsWith(text) ? text : undefined;
}

function parseList(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(',') : [];
}

function parseValues<Value extends string>(
  values: readonly Value[],
  input: unknown,
): readonly Value[] | undefined {
  const list = parseList(input);
  const selected = values.filter((value) => list.includes(value));
  return selected.length === 0 ? undefined : selected;
}

function parseSlugs(value: unknown): readonly string[] | undefined {
  const slugs = parseList(value).filter((text) => /^[a-z0-9][a-z0-9-]*$/.test(text));
  return slugs.length === 0 ? undefined : [...new Set(slugs)];
}
