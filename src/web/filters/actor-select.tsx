import { Popover } from '@base-ui/react/popover';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ExplorerActorsDocument, ExplorerNamesDocument } from '#src/client/generated/graphql.ts';
import { operationQuery } from '../api/fetch-operation.ts';
import { ACTOR_KIND_LABEL } from '../format/enum-labels.ts';

interface Choosing {
  /** Slugs; all parties without any. */
  readonly chosen: readonly string[] | undefined;
  readonly onChoose: (slugs: readonly string[] | undefined) => void;
}

/** Whose rows there are: all parties, or whoever is named, a person as well as a state. */
export function ActorSelect({ chosen, onChoose }: Choosing) {
  const [name, setName] = useState('');
  const sought = useDeferredValue(name.trim());
  const { data } = useQuery({
    ...operationQuery(ExplorerActorsDocument, {
      first: 30,
      ...(sought !== '' && { filter: { name: sought } }),
    }),
    placeholderData: keepPreviousData,
  });
  const slugs = chosen ?? [];
  const toggle = (slug: string, isChosen: boolean): void => {
    const next = isChosen ? [...slugs, slug] : slugs.filter((each) => each !== slug);
    onChoose(next.length > 0 ? next : undefined);
  };
  const { data: named } = useQuery({
    ...operationQuery(ExplorerNamesDocument, { actors: slugs }),
    enabled: chosen !== undefined,
  });
  const names = named?.comparison.rows.map(({ actor }) => actor.name) ?? slugs;
  const said = chosen === undefined ? 'all parties' : names.join(', ');
  return (
    <Popover.Root>
      <Popover.Trigger className="choice">
        <span>Actors</span>
        <strong>{said}</strong>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" className="above">
          <Popover.Popup className="popup" aria-label="Actors">
            <label className="seek">
              <span>Name, in any spelling</span>
              <input type="search" value={name} onChange={({ target }) => setName(target.value)} />
            </label>
            <fieldset>
              <legend>Actors</legend>
              {data?.actors.nodes.map((actor) => (
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
            {chosen !== undefined && (
              <button type="button" onClick={() => onChoose(undefined)}>
                All parties
              </button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
