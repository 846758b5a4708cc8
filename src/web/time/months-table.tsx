import { Link } from '@tanstack/react-router';
import { dayText } from '../words/dates.ts';
import { STANCE_WORD, signed } from '../words/vocabulary.ts';
import type { Month } from './timeline.ts';

interface Shown {
  readonly name: string;
  readonly months: readonly Month[];
}

/** What a lane shows month by month, to be read; each month leads to its dates. */
export function MonthsTable({ name, months }: Shown) {
  return (
    <table>
      <caption className="unseen">{name}, month by month</caption>
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
                {dayText(from, 'MONTH')}
              </Link>
            </th>
            <td>{mean == null ? '' : signed(mean)}</td>
            <td>
              {distribution
                .filter(({ count }) => count > 0)
                .map(({ stance, count }) => `${count} ${STANCE_WORD[stance]}`)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
