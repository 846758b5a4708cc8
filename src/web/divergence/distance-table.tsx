import { Link } from '@tanstack/react-router';
import type { View } from '../address/view.ts';
import type { DistanceMatrix } from './distance-matrix.ts';

interface DistanceTableProps {
  readonly matrix: DistanceMatrix;
  readonly view: View;
}

/** A distance matrix as a table; each name links to that actor's evidence on the condition. */
export function DistanceTable({ matrix: { code, title, pairs }, view }: DistanceTableProps) {
  return (
    <table>
      <caption>Distances on {title}, largest first</caption>
      <thead>
        <tr>
          <th scope="col">Actors</th>
          <th scope="col">Distance</th>
          <th scope="col">Overlap</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ a, b, distance, overlap }) => (
          <tr key={`${a.slug} ${b.slug}`}>
            <th scope="row">
              <Link to="/" search={{ ...view, cell: `${a.slug}:${code}` }}>
                {a.name}
              </Link>{' '}
              and{' '}
              <Link to="/" search={{ ...view, cell: `${b.slug}:${code}` }}>
                {b.name}
              </Link>
            </th>
            <td>{distance.toFixed(2)}</td>
            <td>{overlap.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
