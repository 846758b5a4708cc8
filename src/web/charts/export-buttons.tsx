import { useState } from 'react';
import { type CsvLine, saveCsv, savePng, saveSvg } from './save-file.ts';

interface Exported {
  /** The element that holds the picture, or that is one. */
  readonly picture: () => Element | null;
  readonly lines: () => readonly CsvLine[];
  /** Of the file, without its ending. */
  readonly name: string;
}

/** Takes a picture home, or what it is drawn from. */
export function ExportButtons({ picture, lines, name }: Exported) {
  const [failure, setFailure] = useState<string | null>(null);
  const withPicture = (use: (svg: SVGSVGElement) => void | Promise<void>) => async () => {
    const at = picture();
    const svg = at instanceof SVGSVGElement ? at : at?.querySelector<SVGSVGElement>('svg');
    try {
      if (svg) await use(svg);
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="exports" role="group" aria-label="Save">
      <button type="button" onClick={withPicture((svg) => saveSvg(svg, name))}>
        SVG
      </button>
      <button type="button" onClick={withPicture((svg) => savePng(svg, name))}>
        PNG
      </button>
      <button type="button" onClick={() => saveCsv(lines(), name)}>
        CSV
      </button>
      {failure !== null && <p role="alert">{failure}</p>}
    </div>
  );
}
