import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ExplorerActorsDocument, ExplorerNamesDocument } from '#src/client/generated/graphql.ts';
import { operationQuery } from '../api/fetch-operation.ts';
import { ACTOR_KIND_LABEL } from '../format/enum-labels.ts';
import { FilterPopover } from './filter-popover.tsx';

interface ActorSelectProps {
  /** Slugs; undefined for all parties. */
  readonly selected: readonly string[] | undefined;
  readonly onChange: (slugs: readonly string[] | undefined) => void;
}

/** Selects the compared actors by name: people and offices as well as parties. */
export function ActorSelect({ selected, onChange }: ActorSelectProps) {
  const [input, setInput] = useState('');
  const name = useDeferredValue(input.trim());
  const { data: matches } = useQuery({
    ...operationQuery(ExplorerActorsDocument, {
      first: 30,
      ...(name !== '' && { filter: { name } }),
    }),
    placeholderData: keepPreviousData,
  });
  const slugs = selected ?? [];
  const toggle = (slug: string, isSelected: boolean): void => {
    const next = isSelected ? [...slugs, slug] : slugs.filter((each) => each !== slug);
    onChange(next.length > 0 ? next : undefined);
  };
  const { data: named } = useQuery({
    ...operationQuery(ExplorerNamesDocument, { actors: slugs }),
    enabled: selected !== undefined,
  });
  const names = named?.comparison.rows.map(({ actor }) => actor.name) ?? slugs;
  return (
    <FilterPopover
      label="Actors"
      summary={selected === undefined ? 'all parties' : names.join(', ')}
    >
      <label className="search-field">
        <span>Name, in any spelling</span>
        <input type="search" value={input} onChange={({ target }) => setInput(target.value)} />
      </label>
      <fieldset>
        <legend>Actors</legend>
        {matches?.actors.nodes.map((actor) => (
          <label key={actor.slug}>
            <input
              type="checkbox"
              checked={slugs.includes(actor.slug)}
              onChange={({ target }) => toggle(actor.slug, target.checked)}
            />
            {actor.name} <small>{ACTOR_KIND_LABEL[actor.kind]}</small>
          </label>
        ))}
      </fieldset>
      {selected !== undefined && (
        <button type="button" onClick={() => onChange(undefined)}>
          All parties
        </button>
      )}
    </FilterPopover>
  );
}
