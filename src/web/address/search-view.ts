/** The filter of the search page as parameters of the address: `?q=truce&kind=CABLE,EMAIL&year=2007`. */
import type { SearchFilter } from '#src/client/generated/graphql.ts';
import {
  CODING_STATE_LABEL,
  DOCUMENT_KIND_LABEL,
  SUBJECT_KIND_LABEL,
} from '../format/enum-labels.ts';

/** Parameters of the search page's filter; each is absent if it selects all. */
export interface SearchView {
  readonly subject?: readonly (keyof typeof SUBJECT_KIND_LABEL)[];
  readonly kind?: readonly (keyof typeof DOCUMENT_KIND_LABEL)[];
  readonly year?: readonly string[];
  /** Slugs. */
  readonly party?: readonly string[];
  readonly coded?: readonly (keyof typeof CODING_STATE_LABEL)[];
}

/** The filter in the parameters of an address; unknown values are ignored. */
export function parseSearchView(search: Readonly<Record<string, unknown>>): SearchView {
  return Object.fromEntries(
    Object.entries({
      subject: listOf(search['subject'], (value) => Object.hasOwn(SUBJECT_KIND_LABEL, value)),
      kind: listOf(search['kind'], (value) => Object.hasOwn(DOCUMENT_KIND_LABEL, value)),
      year: listOf(search['year'], (value) => /^\d{4}$/.test(value)),
      party: listOf(search['party'], (value) => /^[a-z0-9-]+$/.test(value)),
      coded: listOf(search['coded'], (value) => Object.hasOwn(CODING_STATE_LABEL, value)),
    }).filter(([, values]) => values.length > 0),
  );
}

/** The same filter for the API. */
export function filterOf({ subject, kind, year, party, coded }: SearchView): SearchFilter {
  return {
    ...(subject && { subjects: subject }),
    ...(kind && { kinds: kind }),
    ...(year && { years: year.map(Number) }),
    ...(party && { parties: party }),
    ...(coded && { codingStates: coded }),
  };
}

/** A list, or the text of one: the router parses the address, and hands on what it has parsed. */
function listOf(value: unknown, isKnown: (value: string) => boolean): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [];
  return values.filter((each): each is string => typeof each === 'string' && isKnown(each));
}
