import { type ReactElement, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ExportButtons } from './export-buttons.tsx';
import type { CsvLine } from './save-file.ts';

interface RenderOnExportProps {
  /** An SVG of what the page shows as HTML. */
  readonly chart: ReactElement;
  readonly lines: () => readonly CsvLine[];
  /** File name without extension. */
  readonly name: string;
}

/** Export buttons for content that is not an SVG on the page: the chart is rendered, hidden, when it is saved. */
export function RenderOnExport({ chart, lines, name }: RenderOnExportProps) {
  const container = useRef<HTMLDivElement>(null);
  const [rendered, setRendered] = useState<ReactElement | null>(null);
  return (
    <>
      <ExportButtons
        chart={() => {
          flushSync(() => setRendered(chart));
          return container.current;
        }}
        lines={lines}
        name={name}
      />
      <div className="visually-hidden" aria-hidden="true" ref={container}>
        {rendered === chart && rendered}
      </div>
    </>
  );
}
