import { Link } from '@tanstack/react-router';
import { formatDate } from '../format/dates.ts';
import { formatDistribution } from '../format/distribution.ts';
import { formatSigned } from '../format/numbers.ts';
import type { Month } from './timeline-types.ts';

interface MonthlyTableProps {
  readonly name: string;
  readonly months: readonly Month[];
}

/** A lane as a table of months; each month links to its dates. */
export function MonthlyTable({ name, months }: MonthlyTableProps) {
  return (
    <table>
      <caption className="visually-hidden">{name}: positions by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Mean</th>
          <th scope="col">Positions</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ from, to, mean, distribution }) => (
          <tr key={from}>
            <th scope="row">
              <Link to="/time" search={(before) => ({ ...before, from, to })}>
                {formatDate(from, 'MONTH')}
              </Link>
            </th>
            <td>{mean == null ? '' : formatSigned(mean)}</td>
            <td>{formatDistribution(distribution)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
