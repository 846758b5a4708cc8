import type { DistanceMatrix } from './distance-matrix.ts';

const CELL = 44;
const HEAD = 20;
const TITLE = 34;
const GAP = 40;
/** Space for an actor's number, before the name. */
const NUMBER_WIDTH = 26;
/** Names with more characters wrap onto two lines. */
const MAX_LINE_LENGTH = 22;
/** More than the average width of a letter, so that names fit in any typeface. */
const LETTER_WIDTH = 7.5;

/**
 * Opacity at distance 1. Figures have the colour of the text at every distance: at an opacity of 0.6 or less,
 * their contrast is at least 4.8:1 in the dark theme and 5.5:1 in the light one (WCAG requires 4.5:1).
 */
const MAX_OPACITY = 0.6;

/** The distance matrix of one condition, for the page. */
export function DistanceMatrixChart({ matrix }: { readonly matrix: DistanceMatrix }) {
  const { width, height } = sizeOf(matrix);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`Distances between ${matrix.actors.length} actors on ${matrix.title}; the figures are in the table below`}
    >
      <Distances {...matrix} />
    </svg>
  );
}

/** The distance matrices of all conditions as one SVG, for export. */
export function DivergenceChart({ matrices }: { readonly matrices: readonly DistanceMatrix[] }) {
  const sizes = matrices.map(sizeOf);
  const tops = sizes.map((_, i) =>
    sizes.slice(0, i).reduce((sum, { height }) => sum + TITLE + height + GAP, 0),
  );
  const height = sizes.reduce((sum, size) => sum + TITLE + size.height + GAP, 0) - GAP;
  return (
    <svg viewBox={`0 0 ${Math.max(...sizes.map(({ width }) => width))} ${height}`}>
      {matrices.map((matrix, i) => (
        <g key={matrix.code} transform={`translate(0 ${tops[i]})`}>
          <text className="head" y={16}>
            {matrix.title}
          </text>
          <g transform={`translate(0 ${TITLE})`}>
            <Distances {...matrix} />
          </g>
        </g>
      ))}
    </svg>
  );
}

/** Actors by actors; the larger the distance, the darker the cell. */
function Distances({ actors, pairs }: DistanceMatrix) {
  const left = namesWidth(actors);
  const place = (row: number, column: number): string =>
    `translate(${left + column * CELL} ${HEAD + row * CELL})`;
  return (
    <>
      {actors.map(({ slug, name }, i) => (
        <g key={slug}>
          <text className="small" y={HEAD + i * CELL + CELL / 2 + 4}>
            {i + 1}
          </text>
          {wrapName(name).map((line, at, { length }) => (
            <text
              key={line}
              className="small"
              x={NUMBER_WIDTH}
              y={HEAD + i * CELL + CELL / 2 + 4 + (at - (length - 1) / 2) * 15}
            >
              {line}
            </text>
          ))}
          <text className="small middle" x={left + i * CELL + CELL / 2} y={HEAD - 6}>
            {i + 1}
          </text>
          <rect className="diagonal" transform={place(i, i)} width={CELL - 2} height={CELL - 2} />
        </g>
      ))}
      {pairs.flatMap(({ a, b, distance }) =>
        [[a, b] as const, [b, a] as const].map(([row, column]) => (
          <g
            key={`${row.slug} ${column.slug}`}
            transform={place(actors.indexOf(row), actors.indexOf(column))}
          >
            <title>{`${row.name} and ${column.name}: ${distance.toFixed(2)}`}</title>
            <rect
              className="distance"
              width={CELL - 2}
              height={CELL - 2}
              fillOpacity={distance * MAX_OPACITY}
            />
            <text className="small middle" x={CELL / 2 - 1} y={CELL / 2 + 3}>
              {distance.toFixed(2)}
            </text>
          </g>
        )),
      )}
    </>
  );
}

function sizeOf({ actors }: DistanceMatrix) {
  const side = actors.length * CELL;
  return { width: namesWidth(actors) + side, height: HEAD + side };
}

function namesWidth(actors: DistanceMatrix['actors']): number {
  const longest = Math.max(
    ...actors.flatMap(({ name }) => wrapName(name)).map((line) => line.length),
  );
  return NUMBER_WIDTH + longest * LETTER_WIDTH + 8;
}

/** Wraps a long name at the space nearest to its middle. */
function wrapName(name: string): readonly string[] {
  if (name.length <= MAX_LINE_LENGTH) return [name];
  const half = name.length / 2;
  const [before, after] = [name.lastIndexOf(' ', half), name.indexOf(' ', half)];
  const at = after < 0 || half - before < after - half ? before : after;
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}
