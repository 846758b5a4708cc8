import { useQuery } from '@tanstack/react-query';
import { ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import { question } from '../api/ask.ts';
import type { Viewing } from '../view/use-view.ts';
import { isNarrowed, type View } from '../view/view.ts';
import {
  CHANNEL_WORD,
  CHANNELS,
  DOCUMENT_KIND_WORD,
  DOCUMENT_KINDS,
  MODALITIES,
  MODALITY_WORD,
  WORDING_WORD,
  WORDINGS,
} from '../words/vocabulary.ts';
import { Choice, type Option } from './choice.tsx';
import { PeriodBrush } from './period-brush.tsx';
import { RowChoice } from './row-choice.tsx';

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
export function Filters({ view, change, preview, settle }: Viewing) {
  const { data: overview } = useQuery(question(ExplorerOverviewDocument, {}));
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
        <Choice
          name="Setting"
          options={words(CHANNELS, CHANNEL_WORD)}
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
        <Choice
          name="Told by"
          options={[...parties, ...press]}
          chosen={view.source}
          onChoose={(source) => change({ source })}
        />
        <Choice
          name="Document"
          options={words(DOCUMENT_KINDS, DOCUMENT_KIND_WORD)}
          chosen={view.kind}
          onChoose={(kind) => change({ kind })}
        />
        <Choice
          name="Wording"
          options={words(WORDINGS, WORDING_WORD)}
          chosen={view.wording}
          onChoose={(wording) => change({ wording })}
        />
        <Choice
          name="Modality"
          options={words(MODALITIES, MODALITY_WORD)}
          chosen={view.modality}
          onChoose={(modality) => change({ modality })}
        />
        <RowChoice chosen={view.actors} onChoose={(actors) => change({ actors })} />
        <button
          type="button"
          className="reset"
          // Not disabled: who has just pressed it would lose the focus.
          aria-disabled={!isNarrowed(view)}
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
