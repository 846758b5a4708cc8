import type { ExplorerDivergenceQuery } from '#src/client/generated/graphql.ts';

type Comparison = ExplorerDivergenceQuery['comparison'];

const CELL = 44;
const NAMES = 150;
const HEAD = 34;
const GAP = 56;

/** A square for each condition: actors by actors, the farther apart the darker, with the figure in it. */
export function DivergencePicture({ comparison }: { readonly comparison: Comparison }) {
  const { conditions, rows, divergences } = comparison;
  const slugs = rows.map(({ actor }) => actor.slug);
  const side = rows.length * CELL;
  const height = HEAD + side;
  return (
    <svg
      viewBox={`0 0 ${NAMES + side + 20} ${conditions.length * (height + GAP)}`}
      role="img"
      aria-labelledby="divergence-title"
    >
      <title id="divergence-title">
        Distances between {rows.length} actors on {conditions.length} conditions; the same figures
        are in the CSV.
      </title>
      {conditions.map(({ code, title }, i) => (
        <g key={code} transform={`translate(0 ${i * (height + GAP)})`}>
          <text className="head" x={0} y={16}>
            {title}
          </text>
          {rows.map(({ actor }, row) => (
            <text key={actor.slug} className="small" x={0} y={HEAD + row * CELL + CELL / 2 + 4}>
              {row + 1} {actor.name}
            </text>
          ))}
          {rows.map(({ actor }, column) => (
            <text
              key={actor.slug}
              className="small middle"
              x={NAMES + column * CELL + CELL / 2}
              y={HEAD - 6}
            >
              {column + 1}
            </text>
          ))}
          {divergences
            .filter(({ condition }) => condition.code === code)
            .flatMap(({ a, b, distance }) => [
              { row: slugs.indexOf(a.slug), column: slugs.indexOf(b.slug), distance },
              { row: slugs.indexOf(b.slug), column: slugs.indexOf(a.slug), distance },
            ])
            .map(({ row, column, distance }) => (
              <g
                key={`${row} ${column}`}
                transform={`translate(${NAMES + column * CELL} ${HEAD + row * CELL})`}
              >
                <rect className="apart" width={CELL - 2} height={CELL - 2} fillOpacity={distance} />
                <text
                  className={distance > 0.5 ? 'small middle on-dark' : 'small middle'}
                  x={CELL / 2 - 1}
                  y={CELL / 2 + 3}
                >
                  {distance.toFixed(2)}
                </text>
              </g>
            ))}
        </g>
      ))}
    </svg>
  );
}
