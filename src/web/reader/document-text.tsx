import { Fragment, memo, type ReactNode } from 'react';
import { IsolatedText } from '../components/isolated-text.tsx';
import { conditionCodes, underlineClass } from './condition-underline.ts';
import type { ReaderPosition } from './evidence-spans.ts';
import { MessageHeader } from './message-header.tsx';
import type { Block } from './text-blocks.ts';
import { type Segment, type Span, splitIntoSegments } from './text-segments.ts';

interface Shown {
  readonly text: string;
  readonly language: string | undefined;
  readonly blocks: readonly Block[];
  readonly spans: readonly Span[];
  readonly positions: readonly ReaderPosition[];
  /** Global ID of the position that is looked for. */
  readonly chosen: string | undefined;
}

/** The text as it is stored, its passages numbered, its evidence marked with the position's number. */
export const DocumentText = memo(function DocumentText({
  text,
  language,
  blocks,
  spans,
  positions,
  chosen,
}: Shown) {
  return (
    <div className="text" lang={language}>
      {blocks.map(({ start, end, passage, section, message }) => (
        <Fragment key={start}>
          {message && <MessageHeader message={message} />}
          <section
            className={passage === null ? 'unnumbered' : 'passage'}
            id={passage?.number == null ? undefined : `p${passage.number}`}
            data-start={start}
          >
            {passage !== null && start === passage.start && (
              <div className="passage-head">
                {passage.number !== null && <span className="number">¶ {passage.number}</span>}
                {passage.marking !== null && (
                  <abbr title="Portion marking">({passage.marking})</abbr>
                )}
              </div>
            )}
            {section !== null && (
              // It stands in the text, before the passage, where only eyes tell that it is a heading.
              <h2 className="visually-hidden">
                <IsolatedText text={section} />
              </h2>
            )}
            <p className="words">
              {splitIntoSegments(start, end, spans).map((segment) => (
                <Words
                  key={segment.start}
                  segment={segment}
                  text={text.slice(segment.start, segment.end)}
                  positions={positions}
                  chosen={chosen}
                />
              ))}
            </p>
          </section>
        </Fragment>
      ))}
    </div>
  );
});

function Words({
  segment: { numbers, begins },
  text,
  positions,
  chosen,
}: Pick<Shown, 'positions' | 'chosen'> & { readonly segment: Segment; readonly text: string }) {
  if (numbers.length === 0) return <IsolatedText text={text} />;
  const here = numbers.flatMap((number) => positions[number - 1] ?? []);
  const isChosen = here.some(({ id }) => id === chosen);
  const conditions = conditionCodes(positions);
  const lines = [...new Set(here.map(({ condition }) => condition.code))];
  return (
    <>
      {begins.map((number, i) => (
        <sup key={number}>
          {i > 0 && ', '}
          <a href={`#position-${number}`} aria-label={`Position ${number}`}>
            {number}
          </a>
        </sup>
      ))}
      <mark className={isChosen ? 'evidence selected' : 'evidence'}>
        {lines.reduce<ReactNode>(
          (within, code) => (
            <span className={`line ${underlineClass(conditions, code)}`}>{within}</span>
          ),
          <IsolatedText text={text} />,
        )}
      </mark>
    </>
  );
}
