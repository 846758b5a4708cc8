import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatCount, formatSigned } from '../format/numbers.ts';
import type { NetworkLayout } from './force-layout.ts';

/** Space for names around the outermost circles. */
const MARGIN = 90;
const MAX_STROKE_WIDTH = 9;

interface NetworkChartProps {
  readonly layout: NetworkLayout;
  /** Whether weights measure disagreement, so that all ties are drawn as such. */
  readonly isConflict: boolean;
}

/** Actors as circles, ties as lines. Pointing at an actor, or focusing it, highlights it and its ties. */
export function NetworkChart({
  layout: { box, nodes, edges, maxWeight },
  isConflict,
}: NetworkChartProps) {
  const [active, setActive] = useState<string | null>(null);
  const related = new Set(
    edges.flatMap(({ a, b }) => (a.key === active || b.key === active ? [a.key, b.key] : [])),
  );
  const dimmed = (isRelated: boolean): string => (active === null || isRelated ? '' : ' dimmed');
  const size = [box.width + 2 * MARGIN, box.height + MARGIN] as const;
  return (
    <svg
      viewBox={`${box.left - MARGIN} ${box.top - MARGIN / 2} ${size.join(' ')}`}
      role="group"
      aria-labelledby="network-title"
    >
      <title id="network-title">
        {formatCount(nodes.length, 'actor')} and {formatCount(edges.length, 'tie')} between them
        {edges.length > 0 && '; the table below lists them'}.
      </title>
      {edges.map(({ a, b, weight }) => (
        <line
          key={`${a.key} ${b.key}`}
          className={`tie${weight < 0 || isConflict ? ' disagreement' : ''}${dimmed(a.key === active || b.key === active)}`}
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          strokeWidth={Math.max(0.75, (Math.abs(weight) / maxWeight) * MAX_STROKE_WIDTH)}
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
          onPointerEnter={() => setActive(key)}
          onPointerLeave={() => setActive(null)}
          onFocus={() => setActive(key)}
          onBlur={() => setActive(null)}
        >
          <circle
            className={`node mark${dimmed(key === active || related.has(key))}`}
            cx={x}
            cy={y}
            r={radius}
          />
        </Link>
      ))}
      {nodes.map(({ key, name, x, y = 0, radius }) => (
        <text
          key={key}
          className={`small middle name${dimmed(key === active || related.has(key))}`}
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
