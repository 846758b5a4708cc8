import type { ExplorerSearchQuery } from '#src/client/generated/graphql.ts';
import type { SearchView } from '../address/search-view.ts';
import { withoutUndefined } from '../address/view.ts';
import { MultiSelect, type Option } from '../filters/multi-select.tsx';
import {
  CODING_STATE_LABEL,
  DOCUMENT_KIND_LABEL,
  SUBJECT_KIND_LABEL,
} from '../format/enum-labels.ts';

type Facets = ExplorerSearchQuery['search']['facets'];

interface SearchFiltersProps {
  readonly facets: Facets | undefined;
  readonly view: SearchView;
  readonly onChange: (view: SearchView) => void;
}

/** The results by kind, year, party and state of coding, with numbers; each selects. */
export function SearchFilters({ facets, view, onChange }: SearchFiltersProps) {
  const set = (
    change: { readonly [Name in keyof SearchView]: SearchView[Name] | undefined },
  ): void => onChange(withoutUndefined({ ...view, ...change }));
  return (
    <div className="filters" role="group" aria-label="Filter the results">
      <MultiSelect
        label="Results"
        options={withCounts(
          view.subject,
          facets?.subjects.map(({ subject, count }) => [subject, count]),
          (value) => SUBJECT_KIND_LABEL[value],
        )}
        selected={view.subject}
        onChange={(subject) => set({ subject })}
      />
      <MultiSelect
        label="Document"
        options={withCounts(
          view.kind,
          facets?.kinds.map(({ kind, count }) => [kind, count]),
          (value) => DOCUMENT_KIND_LABEL[value],
        )}
        selected={view.kind}
        onChange={(kind) => set({ kind })}
      />
      <MultiSelect
        label="Year"
        options={withCounts(
          view.year,
          facets?.years.flatMap(({ year, count }) =>
            year == null ? [] : [[String(year), count] as const],
          ),
          (value) => value,
        )}
        selected={view.year}
        onChange={(year) => set({ year })}
      />
      <MultiSelect
        label="Party"
        options={withCounts(
          view.party,
          facets?.parties.map(({ party, count }) => [party.slug, count]),
          (value) => facets?.parties.find(({ party }) => party.slug === value)?.party.name ?? value,
        )}
        selected={view.party}
        onChange={(party) => set({ party })}
      />
      <MultiSelect
        label="Coding"
        options={withCounts(
          view.coded,
          facets?.codingStates.map(({ state, count }) => [state, count]),
          (value) => CODING_STATE_LABEL[value],
        )}
        selected={view.coded}
        onChange={(coded) => set({ coded })}
      />
    </div>
  );
}

/** The values that have results, and those that are selected although they have none. */
function withCounts<Value extends string>(
  selected: readonly Value[] | undefined,
  counts: readonly (readonly [Value, number])[] = [],
  labelOf: (value: Value) => string,
): readonly Option<Value>[] {
  const numbers = new Map(counts);
  const values = new Set([...numbers.keys(), ...(selected ?? [])]);
  return [...values].map((value) => ({
    value,
    label: `${labelOf(value)} (${(numbers.get(value) ?? 0).toLocaleString('en')})`,
  }));
}
