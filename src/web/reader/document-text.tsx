import { Fragment, memo, type ReactNode } from 'react';
import { IsolatedText } from '../components/isolated-text.tsx';
import { conditionCodes, underlineClass } from './condition-underline.ts';
import type { ReaderPosition } from './evidence-spans.ts';
import { MessageHeader } from './message-header.tsx';
import type { Block } from './text-blocks.ts';
import { type Segment, type Span, splitIntoSegments } from './text-segments.ts';

interface DocumentTextProps {
  readonly text: string;
  readonly language: string | undefined;
  readonly blocks: readonly Block[];
  readonly spans: readonly Span[];
  readonly positions: readonly ReaderPosition[];
  /** Global ID of the selected position. */
  readonly selected: string | undefined;
}

/** The stored text with numbered passages; quotations are marked with the numbers of their positions. */
export const DocumentText = memo(function DocumentText({
  text,
  language,
  blocks,
  spans,
  positions,
  selected,
}: DocumentTextProps) {
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
              // The text has the heading too, before the passage, but without markup.
              <h2 className="visually-hidden">
                <IsolatedText text={section} />
              </h2>
            )}
            <p className="words">
              {splitIntoSegments(start, end, spans).map((segment) => (
                <MarkedText
                  key={segment.start}
                  segment={segment}
                  text={text.slice(segment.start, segment.end)}
                  positions={positions}
                  selected={selected}
                />
              ))}
            </p>
          </section>
        </Fragment>
      ))}
    </div>
  );
});

function MarkedText({
  segment: { numbers, begins },
  text,
  positions,
  selected,
}: Pick<DocumentTextProps, 'positions' | 'selected'> & {
  readonly segment: Segment;
  readonly text: string;
}) {
  if (numbers.length === 0) return <IsolatedText text={text} />;
  const covering = numbers.flatMap((number) => positions[number - 1] ?? []);
  const isSelected = covering.some(({ id }) => id === selected);
  const conditions = conditionCodes(positions);
  const codes = [...new Set(covering.map(({ condition }) => condition.code))];
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
      <mark className={isSelected ? 'evidence selected' : 'evidence'}>
        {codes.reduce<ReactNode>(
          (children, code) => (
            <span className={`line ${underlineClass(conditions, code)}`}>{children}</span>
          ),
          <IsolatedText text={text} />,
        )}
      </mark>
    </>
  );
}
