import { useQuery } from '@tanstack/react-query';
import { ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import type { ViewControls } from '../address/use-view.ts';
import { type View } from '../address/view.ts';
import { hasFilters } from '../address/view-variables.ts';
import { operationQuery } from '../api/fetch-operation.ts';
import {
  CHANNEL_LABEL,
  CHANNELS,
  DOCUMENT_KIND_LABEL,
  DOCUMENT_KINDS,
  MODALITIES,
  MODALITY_LABEL,
  WORDING_LABEL,
  WORDINGS,
} from '../format/enum-labels.ts';
import { ActorSelect } from './actor-select.tsx';
import { MultiSelect, type Option } from './multi-select.tsx';
import { PeriodBrush } from './period-brush.tsx';

/** Everything that is chosen away by one press. */
const NOTHING_CHOSEN = {
  from: undefined,
  to: undefined,
  channel: undefined,
  retellings: undefined,
  source: undefined,
  kind: undefined,
  wording: undefined,
  modality: undefined,
  actors: undefined,
  rows: undefined,
} satisfies Record<keyof View, undefined>;

const RETELLINGS = [
  ['', 'any number'],
  ['0', 'none: the holder’s own documents'],
  ['1', 'at most one'],
  ['2', 'at most two'],
] as const;

/** What narrows a picture; it acts at once and is written into the address. */
export function Filters({ view, change, preview, settle }: ViewControls) {
  const { data: overview } = useQuery(operationQuery(ExplorerOverviewDocument, {}));
  const parties = overview?.comparison.rows.map(({ actor }) => option(actor)) ?? [];
  const press = overview?.press.nodes.map(option) ?? [];
  return (
    <section className="filters" aria-label="Filters">
      <PeriodBrush
        months={overview?.comparison.trend ?? null}
        from={view.from}
        to={view.to}
        onMove={preview}
        onDrop={settle}
      />
      <div className="choices">
        <MultiSelect
          name="Setting"
          options={words(CHANNELS, CHANNEL_LABEL)}
          chosen={view.channel}
          onChoose={(channel) => change({ channel })}
        />
        <label className="retellings">
          <span>Retellings</span>
          <select
            value={view.retellings ?? ''}
            onChange={({ target }) => change({ retellings: target.value || undefined })}
          >
            {RETELLINGS.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <MultiSelect
          name="Told by"
          options={[...parties, ...press]}
          chosen={view.source}
          onChoose={(source) => change({ source })}
        />
        <MultiSelect
          name="Document"
          options={words(DOCUMENT_KINDS, DOCUMENT_KIND_LABEL)}
          chosen={view.kind}
          onChoose={(kind) => change({ kind })}
        />
        <MultiSelect
          name="Wording"
          options={words(WORDINGS, WORDING_LABEL)}
          chosen={view.wording}
          onChoose={(wording) => change({ wording })}
        />
        <MultiSelect
          name="Modality"
          options={words(MODALITIES, MODALITY_LABEL)}
          chosen={view.modality}
          onChoose={(modality) => change({ modality })}
        />
        <ActorSelect chosen={view.actors} onChoose={(actors) => change({ actors })} />
        <button
          type="button"
          className="reset"
          // Not disabled: who has just pressed it would lose the focus.
          aria-disabled={!hasFilters(view)}
          onClick={() => change(NOTHING_CHOSEN)}
        >
          Show all
        </button>
      </div>
    </section>
  );
}

function option({ slug, name }: { readonly slug: string; readonly name: string }): Option<string> {
  return { value: slug, name };
}

function words<Word extends string>(
  values: readonly Word[],
  names: Readonly<Record<Word, string>>,
): readonly Option<Word>[] {
  return values.map((value) => ({ value, name: names[value] }));
}
