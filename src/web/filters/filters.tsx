import { useQuery } from '@tanstack/react-query';
import { ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import type { ViewControls } from '../address/use-view.ts';
import type { View } from '../address/view.ts';
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

const NO_FILTERS = {
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

const MAX_RETELLINGS = [
  ['', 'any'],
  ['0', '0 (the holder’s own documents)'],
  ['1', '1'],
  ['2', '2'],
] as const;

/** The filters of every chart. They apply immediately and are kept in the address. */
export function Filters({ view, change, preview, settle }: ViewControls) {
  const { data: overview } = useQuery(operationQuery(ExplorerOverviewDocument, {}));
  const parties = overview?.comparison.rows.map(({ actor }) => actorOption(actor)) ?? [];
  const press = overview?.press.nodes.map(actorOption) ?? [];
  return (
    <section className="filters" aria-label="Filters">
      <PeriodBrush
        months={overview?.comparison.trend ?? null}
        from={view.from}
        to={view.to}
        onMove={preview}
        onCommit={settle}
      />
      <div className="filter-row">
        <MultiSelect
          label="Channel"
          options={enumOptions(CHANNELS, CHANNEL_LABEL)}
          selected={view.channel}
          onChange={(channel) => change({ channel })}
        />
        <label className="retellings">
          <span>Maximum retellings</span>
          <select
            value={view.retellings ?? ''}
            onChange={({ target }) => change({ retellings: target.value || undefined })}
          >
            {MAX_RETELLINGS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <MultiSelect
          label="Reported by"
          options={[...parties, ...press]}
          selected={view.source}
          onChange={(source) => change({ source })}
        />
        <MultiSelect
          label="Document kind"
          options={enumOptions(DOCUMENT_KINDS, DOCUMENT_KIND_LABEL)}
          selected={view.kind}
          onChange={(kind) => change({ kind })}
        />
        <MultiSelect
          label="Wording"
          options={enumOptions(WORDINGS, WORDING_LABEL)}
          selected={view.wording}
          onChange={(wording) => change({ wording })}
        />
        <MultiSelect
          label="Modality"
          options={enumOptions(MODALITIES, MODALITY_LABEL)}
          selected={view.modality}
          onChange={(modality) => change({ modality })}
        />
        <ActorSelect selected={view.actors} onChange={(actors) => change({ actors })} />
        <button
          type="button"
          className="reset"
          // A disabled button would lose the focus after it is pressed.
          aria-disabled={!hasFilters(view)}
          onClick={() => change(NO_FILTERS)}
        >
          Clear filters
        </button>
      </div>
    </section>
  );
}

function actorOption(actor: { readonly slug: string; readonly name: string }): Option<string> {
  return { value: actor.slug, label: actor.name };
}

function enumOptions<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly Option<Value>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
