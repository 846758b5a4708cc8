import { useId, useState } from 'react';
import { type CsvLine, saveCsv, savePng, saveSvg } from './save-file.ts';

interface ExportButtonsProps {
  /** Returns the chart's `svg`, or an element that contains it. */
  readonly chart: () => Element | null;
  readonly lines: () => readonly CsvLine[];
  /** File name without extension. */
  readonly name: string;
}

/** Downloads a chart as SVG or PNG, and its data as CSV. */
export function ExportButtons({ chart, lines, name }: ExportButtonsProps) {
  const label = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const withChart = (saveChart: (svg: SVGSVGElement) => void | Promise<void>) => async () => {
    const element = chart();
    const svg =
      element instanceof SVGSVGElement ? element : element?.querySelector<SVGSVGElement>('svg');
    try {
      if (svg) await saveChart(svg);
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="exports" role="group" aria-labelledby={label}>
      <span id={label}>Download</span>
      <button type="button" onClick={withChart((svg) => saveSvg(svg, name))}>
        SVG
      </button>
      <button type="button" onClick={withChart((svg) => savePng(svg, name))}>
        PNG
      </button>
      <button type="button" onClick={() => saveCsv(lines(), name)}>
        CSV
      </button>
      {failure !== null && <p role="alert">{failure}</p>}
    </div>
  );
}
