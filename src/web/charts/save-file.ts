/** Saves charts and their data as files: SVG, PNG and CSV. */
import { csvFormat } from 'd3-dsv';

/** Computed styles that are written into a saved SVG, which has no style sheet. */
const INLINED_PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/** PNG pixels for each unit of the SVG: sharp in print. */
const PNG_SCALE = 3;
const MARGIN = 12;

/** One line of a CSV file, by column. */
export type CsvLine = Readonly<Record<string, string | number | null>>;

/** Saves lines as `name.csv`; the columns are those of the first line and any that follow. */
export function saveCsv(lines: readonly CsvLine[], name: string): void {
  save(new Blob([`${csvFormat([...lines])}\n`], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

/** Saves a chart as `name.svg`. */
export function saveSvg(svg: SVGSVGElement, name: string): void {
  save(new Blob([standaloneSvg(svg).source], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** Saves a chart as `name.png`. Throws if the browser cannot draw it. */
export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const { source, width, height } = standaloneSvg(svg);
  const url = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * PNG_SCALE);
    canvas.height = Math.ceil(height * PNG_SCALE);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser cannot draw images.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (png === null) throw new Error('The image is too large for this browser to save as PNG.');
    save(png, `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The SVG with its styles inlined, on the page's background. */
function standaloneSvg(svg: SVGSVGElement) {
  const { width: viewBoxWidth, height: viewBoxHeight } = svg.viewBox.baseVal;
  const [width, height] = [viewBoxWidth + 2 * MARGIN, viewBoxHeight + 2 * MARGIN];
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const shapes = [svg, ...svg.querySelectorAll('*')];
  for (const [i, shape] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const styles = getComputedStyle(shapes[i] ?? svg);
    for (const property of INLINED_PROPERTIES)
      shape.setAttribute(property, styles.getPropertyValue(property));
    shape.removeAttribute('class');
    shape.removeAttribute('style');
  }
  const background = document.createElementNS(copy.namespaceURI, 'rect');
  const box = { x: -MARGIN, y: -MARGIN, width, height };
  for (const [name, value] of Object.entries(box)) background.setAttribute(name, String(value));
  background.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(background);
  copy.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { source: new XMLSerializer().serializeToString(copy), width, height };
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // By then the download has started and no longer needs the URL.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
