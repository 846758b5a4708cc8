import { HISTOGRAM_HEIGHT, HISTOGRAM_WIDTH, StanceHistogram } from '../charts/stance-histogram.tsx';
import { formatNumber, formatSigned } from '../format/numbers.ts';
import type { Comparison } from './comparison-types.ts';

const NAMES = 150;
const HEAD = 40;
const COLUMN = HISTOGRAM_WIDTH + 44;
const ROW = HISTOGRAM_HEIGHT + 30;

/** The matrix as one drawing, to be saved: what the page shows as a table is no picture by itself. */
export function MatrixChart({ comparison }: { readonly comparison: Comparison }) {
  const { conditions, rows } = comparison;
  return (
    <svg
      className="saved"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${NAMES + conditions.length * COLUMN} ${HEAD + rows.length * ROW}`}
    >
      {conditions.map(({ code, title }, column) => (
        <text key={code} x={NAMES + column * COLUMN} y={16} className="head">
          {title}
        </text>
      ))}
      {rows.map(({ actor, cells }, row) => (
        <g key={actor.slug} transform={`translate(0 ${HEAD + row * ROW})`}>
          <text y={HISTOGRAM_HEIGHT / 2} className="head">
            {actor.name}
          </text>
          {cells.map(({ condition, count, mean, distribution }, column) => (
            <g key={condition.code} transform={`translate(${NAMES + column * COLUMN} 0)`}>
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
                  no evidence
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
