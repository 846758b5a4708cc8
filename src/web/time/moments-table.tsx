import { Link } from '@tanstack/react-router';
import { dateText, dayText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import { STANCE_WORD, signed } from '../words/vocabulary.ts';
import type { Moment, Shift } from './timeline.ts';

interface Shown {
  readonly moments: readonly Moment[];
  readonly shifts: readonly Shift[];
}

/** What a lane shows date by date, to be read. */
export function MomentsTable({ moments, shifts }: Shown) {
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Stance</th>
            <th scope="col">Positions</th>
          </tr>
        </thead>
        <tbody>
          {moments.map((moment) => (
            <tr key={`${moment.statedOn} ${moment.statedOnPrecision} ${moment.onOrBefore}`}>
              <td>{dateText(moment)}</td>
              <td>{signed(moment.median)}</td>
              <td>
                <ul>
                  {moment.positions.nodes.map(({ id, summary, stance, holder, document }) => (
                    <li key={id}>
                      <Link
                        to="/documents/$reference"
                        params={{ reference: document.reference }}
                        search={{ position: id }}
                      >
                        {holder.name} {STANCE_WORD[stance]}
                      </Link>
                      : <Plain text={summary} />
                    </li>
                  ))}
                  {moment.positions.totalCount > moment.positions.nodes.length && (
                    <li>and {moment.positions.totalCount - moment.positions.nodes.length} more</li>
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shifts.length > 0 && (
        <>
          <h3>Shifts</h3>
          <ul>
            {shifts.map(({ from, to, before, after, certain }) => (
              <li key={`${before.statedOn} ${after.statedOn}`}>
                From {signed(from)} to {signed(to)}, between {dayText(before.statedOn)} and{' '}
                {dayText(after.statedOn)}
                {!certain && ', if the dates are in that order'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
