import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatCount, formatSigned } from '../format/numbers.ts';
import type { NetworkLayout } from './force-layout.ts';

/** Beside the outermost circles, for their names. */
const MARGIN = 90;
const WIDEST = 9;

interface Shown {
  readonly placed: NetworkLayout;
  /** Whether all weights are of disagreement. */
  readonly isConflict: boolean;
}

/** Who is pointed at, or has the focus, stands out with his ties. */
export function NetworkChart({ placed: { box, nodes, edges, most }, isConflict }: Shown) {
  const [held, setHeld] = useState<string | null>(null);
  const near = new Set(
    edges.flatMap(({ a, b }) => (a.key === held || b.key === held ? [a.key, b.key] : [])),
  );
  const faint = (isNear: boolean): string => (held === null || isNear ? '' : ' faint');
  const size = [box.width + 2 * MARGIN, box.height + MARGIN] as const;
  return (
    <svg
      viewBox={`${box.left - MARGIN} ${box.top - MARGIN / 2} ${size.join(' ')}`}
      role="group"
      aria-labelledby="network-title"
    >
      <title id="network-title">
        {formatCount(nodes.length, 'actor')} and {formatCount(edges.length, 'tie')} between them
        {edges.length > 0 && '; the figures are in the table below'}.
      </title>
      {edges.map(({ a, b, weight }) => (
        <line
          key={`${a.key} ${b.key}`}
          className={`tie${weight < 0 || isConflict ? ' disagreement' : ''}${faint(a.key === held || b.key === held)}`}
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          strokeWidth={Math.max(0.75, (Math.abs(weight) / most) * WIDEST)}
        >
          <title>
            {a.name} and {b.name}: {formatSigned(weight, 2)}
          </title>
        </line>
      ))}
      {nodes.map(({ key, name, x, y, radius }) => (
        <Link
          key={key}
          to="/actors/$slug"
          params={{ slug: key }}
          aria-label={name}
          onPointerEnter={() => setHeld(key)}
          onPointerLeave={() => setHeld(null)}
          onFocus={() => setHeld(key)}
          onBlur={() => setHeld(null)}
        >
          <circle
            className={`node mark${faint(key === held || near.has(key))}`}
            cx={x}
            cy={y}
            r={radius}
          />
        </Link>
      ))}
      {nodes.map(({ key, name, x, y = 0, radius }) => (
        <text
          key={key}
          className={`small middle name${faint(key === held || near.has(key))}`}
          aria-hidden="true"
          x={x}
          y={y + radius + 14}
        >
          {name}
        </text>
      ))}
    </svg>
  );
}
