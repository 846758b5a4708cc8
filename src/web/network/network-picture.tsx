import { useNavigate } from '@tanstack/react-router';
import { counted } from '../words/vocabulary.ts';
import type { Placed } from './lay-out.ts';
import { SIZE } from './lay-out.ts';

const MARGIN = 90;
const WIDEST = 9;

interface Shown {
  readonly placed: Placed;
  /** Whether all weights are of disagreement. */
  readonly isConflict: boolean;
}

export function NetworkPicture({ placed: { nodes, edges, most }, isConflict }: Shown) {
  const navigate = useNavigate();
  const xs = nodes.map(({ x = 0 }) => x);
  const ys = nodes.map(({ y = 0 }) => y);
  const [left, top] = [Math.min(...xs, SIZE / 2) - MARGIN, Math.min(...ys, SIZE / 2) - MARGIN / 2];
  const width = Math.max(...xs, SIZE / 2) + MARGIN - left;
  const height = Math.max(...ys, SIZE / 2) + MARGIN / 2 - top;
  return (
    <svg viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-labelledby="network-title">
      <title id="network-title">
        {counted(nodes.length, 'actor')} and {counted(edges.length, 'tie')} between them
        {edges.length > 0 && '; the figures are in the table below'}.
      </title>
      {edges.map(({ a, b, weight }) => (
        <line
          key={`${a.key} ${b.key}`}
          className={weight < 0 || isConflict ? 'tie against' : 'tie'}
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          strokeWidth={Math.max(0.75, (Math.abs(weight) / most) * WIDEST)}
        />
      ))}
      {nodes.map(({ key, x, y, radius }) => (
        <circle
          key={key}
          className="node mark"
          cx={x}
          cy={y}
          r={radius}
          onClick={() => void navigate({ to: '/actors/$slug', params: { slug: key } })}
        />
      ))}
      {nodes.map(({ key, name, x, y = 0, radius }) => (
        <text key={key} className="small middle name" x={x} y={y + radius + 14}>
          {name}
        </text>
      ))}
    </svg>
  );
}
