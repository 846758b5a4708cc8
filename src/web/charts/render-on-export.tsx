import { type ReactElement, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ExportButtons } from './export-buttons.tsx';
import type { CsvLine } from './save-file.ts';

interface Exported {
  /** An SVG of what the page shows by other means. */
  readonly picture: ReactElement;
  readonly lines: () => readonly CsvLine[];
  readonly name: string;
}

/** For what is no picture by itself: it is drawn only when it is saved. */
export function RenderOnExport({ picture, lines, name }: Exported) {
  const holder = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<ReactElement | null>(null);
  return (
    <>
      <ExportButtons
        picture={() => {
          flushSync(() => setDrawn(picture));
          return holder.current;
        }}
        lines={lines}
        name={name}
      />
      <div className="unseen" aria-hidden="true" ref={holder}>
        {drawn === picture && drawn}
      </div>
    </>
  );
}
