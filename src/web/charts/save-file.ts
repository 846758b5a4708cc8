/** Pictures and their data as files: SVG, PNG and CSV. */
import { csvFormat } from 'd3-dsv';

/** What the styles of the page say of a shape, and a picture by itself has to say. */
const KEPT = [
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

/** Dots for each unit of the picture, so that it is sharp in print. */
const SCALE = 3;
const MARGIN = 12;

export type CsvLine = Readonly<Record<string, string | number | null>>;

export function saveCsv(lines: readonly CsvLine[], name: string): void {
  save(new Blob([`${csvFormat([...lines])}\n`], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

export function saveSvg(picture: SVGSVGElement, name: string): void {
  save(new Blob([standAlone(picture).source], { type: 'image/svg+xml' }), `${name}.svg`);
}

export async function savePng(picture: SVGSVGElement, name: string): Promise<void> {
  const { source, width, height } = standAlone(picture);
  const url = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * SCALE);
    canvas.height = Math.ceil(height * SCALE);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser cannot draw a picture.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (png === null) throw new Error('This browser cannot write a PNG of that size.');
    save(png, `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The picture with its styles written into it and the page's background behind it. */
function standAlone(picture: SVGSVGElement) {
  const { width: w, height: h } = picture.viewBox.baseVal;
  const [width, height] = [w + 2 * MARGIN, h + 2 * MARGIN];
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const shapes = [picture, ...picture.querySelectorAll('*')];
  for (const [i, shape] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const styles = getComputedStyle(shapes[i] ?? picture);
    for (const property of KEPT) shape.setAttribute(property, styles.getPropertyValue(property));
    shape.removeAttribute('class');
    shape.removeAttribute('style');
  }
  const ground = document.createElementNS(copy.namespaceURI, 'rect');
  const place = { x: -MARGIN, y: -MARGIN, width, height };
  for (const [name, value] of Object.entries(place)) ground.setAttribute(name, String(value));
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
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
  // The download has begun by then, and holds what it needs.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
