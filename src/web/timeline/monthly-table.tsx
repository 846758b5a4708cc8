import { Link } from '@tanstack/react-router';
import { formatDate } from '../format/dates.ts';
import { STANCE_LABEL } from '../format/enum-labels.ts';
import { formatSigned } from '../format/numbers.ts';
import type { Month } from './timeline-types.ts';

interface Shown {
  readonly name: string;
  readonly months: readonly Month[];
}

/** What a lane shows month by month, to be read; each month leads to its dates. */
export function MonthlyTable({ name, months }: Shown) {
  return (
    <table>
      <caption className="visually-hidden">{name}, month by month</caption>
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
            <td>
              {distribution
                .filter(({ count }) => count > 0)
                .map(({ stance, count }) => `${count} ${STANCE_LABEL[stance]}`)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
