import { HISTOGRAM_HEIGHT, HISTOGRAM_WIDTH, StanceHistogram } from '../charts/stance-histogram.tsx';
import { formatNumber, formatSigned } from '../format/numbers.ts';
import type { Comparison } from './comparison-types.ts';

const NAME_WIDTH = 150;
const HEAD_HEIGHT = 40;
const COLUMN_WIDTH = HISTOGRAM_WIDTH + 44;
const ROW_HEIGHT = HISTOGRAM_HEIGHT + 30;

/** The matrix as one SVG, for export: the page shows it as a table. */
export function MatrixChart({ comparison }: { readonly comparison: Comparison }) {
  const { conditions, rows } = comparison;
  return (
    <svg
      className="saved"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${NAME_WIDTH + conditions.length * COLUMN_WIDTH} ${HEAD_HEIGHT + rows.length * ROW_HEIGHT}`}
    >
      {conditions.map(({ code, title }, column) => (
        <text key={code} x={NAME_WIDTH + column * COLUMN_WIDTH} y={16} className="head">
          {title}
        </text>
      ))}
      {rows.map(({ actor, cells }, row) => (
        <g key={actor.slug} transform={`translate(0 ${HEAD_HEIGHT + row * ROW_HEIGHT})`}>
          <text y={HISTOGRAM_HEIGHT / 2} className="head">
            {actor.name}
          </text>
          {cells.map(({ condition, count, mean, distribution }, column) => (
            <g
              key={condition.code}
              transform={`translate(${NAME_WIDTH + column * COLUMN_WIDTH} 0)`}
            >
              {count > 0 ? (
                <>
                  <svg width={HISTOGRAM_WIDTH} height={HISTOGRAM_HEIGHT}>
                    <StanceHistogram distribution={distribution} />
                  </svg>
                  <text x={0} y={HISTOGRAM_HEIGHT + 14} className="small">
                    {formatSigned(mean ?? 0)} · {formatNumber(count)}
                  </text>
                </>
              ) : (
                <text x={0} y={HISTOGRAM_HEIGHT / 2} className="small">
                  no positions
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
