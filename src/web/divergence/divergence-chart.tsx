import type { DistanceMatrix } from './distance-matrix.ts';

const CELL = 44;
const HEAD = 20;
const TITLE = 34;
const GAP = 40;
/** Where the names begin, beside their numbers. */
const NUMBER = 26;
/** Longer names are written on two lines. */
const LINE = 22;
/** More than the mean width of a letter, so that a name has room in any typeface. */
const LETTER = 7.5;

/**
 * The opacity at the largest distance. The figures are in the colour of the text at every distance:
 * at 0.6 and below, that has a contrast to the square of at least 4.8:1 in the dark theme and 5.5:1
 * in the light one (WCAG asks 4.5:1).
 */
const DARKEST = 0.6;

/** The square of one condition, for the page. */
export function DistanceMatrixChart({ square }: { readonly square: DistanceMatrix }) {
  const { width, height } = sizeOf(square);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`Distances between ${square.actors.length} actors on ${square.title}; the figures are in the table below`}
    >
      <Distances {...square} />
    </svg>
  );
}

/** The squares of all conditions as one drawing, to be saved. */
export function DivergenceChart({ squares }: { readonly squares: readonly DistanceMatrix[] }) {
  const sizes = squares.map(sizeOf);
  const tops = sizes.map((_, i) =>
    sizes.slice(0, i).reduce((sum, { height }) => sum + TITLE + height + GAP, 0),
  );
  const height = sizes.reduce((sum, size) => sum + TITLE + size.height + GAP, 0) - GAP;
  return (
    <svg viewBox={`0 0 ${Math.max(...sizes.map(({ width }) => width))} ${height}`}>
      {squares.map((square, i) => (
        <g key={square.code} transform={`translate(0 ${tops[i]})`}>
          <text className="head" y={16}>
            {square.title}
          </text>
          <g transform={`translate(0 ${TITLE})`}>
            <Distances {...square} />
          </g>
        </g>
      ))}
    </svg>
  );
}

/** Actors by actors, the farther apart the darker, with the figure in it. */
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
          {linesOf(name).map((line, at, { length }) => (
            <text
              key={line}
              className="small"
              x={NUMBER}
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
              fillOpacity={distance * DARKEST}
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
  const longest = Math.max(...actors.flatMap(({ name }) => linesOf(name)).map((l) => l.length));
  return NUMBER + longest * LETTER + 8;
}

/** A long name is broken at the space that is nearest to its middle. */
function linesOf(name: string): readonly string[] {
  if (name.length <= LINE) return [name];
  const half = name.length / 2;
  const [before, after] = [name.lastIndexOf(' ', half), name.indexOf(' ', half)];
  const at = after < 0 || half - before < after - half ? before : after;
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}
