import { Link } from '@tanstack/react-router';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatDate, formatStatedDate } from '../format/dates.ts';
import { STANCE_LABEL } from '../format/enum-labels.ts';
import { formatNumber, formatSigned } from '../format/numbers.ts';
import type { Moment, Shift } from './timeline-types.ts';

interface MomentsTableProps {
  readonly name: string;
  /** The comparison cell with all positions of the lane: `hamas:RECOGNITION`. */
  readonly cell: string;
  readonly moments: readonly Moment[];
  readonly shifts: readonly Shift[];
}

/** Maximum number of positions listed for a date; a link leads to the others. */
const MAX_LISTED = 10;

/** A lane as a table of dates, and a list of shifts. */
export function MomentsTable({ name, cell, moments, shifts }: MomentsTableProps) {
  return (
    <>
      <table>
        <caption className="visually-hidden">{name}: positions by date</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Median stance</th>
            <th scope="col">Positions</th>
          </tr>
        </thead>
        <tbody>
          {moments.map((moment) => (
            <tr key={`${moment.statedOn} ${moment.statedOnPrecision} ${moment.onOrBefore}`}>
              <th scope="row">{formatStatedDate(moment)}</th>
              <td>{formatSigned(moment.median)}</td>
              <td>
                <ul>
                  {moment.positions.nodes
                    .slice(0, MAX_LISTED)
                    .map(({ id, summary, stance, holder, document }) => (
                      <li key={id}>
                        <Link
                          to="/documents/$reference"
                          params={{ reference: document.reference }}
                          search={{ position: id }}
                        >
                          {holder.name} {STANCE_LABEL[stance]}
                        </Link>
                        : <IsolatedText text={summary} />
                      </li>
                    ))}
                  {moment.positions.totalCount > MAX_LISTED && (
                    <li>
                      <Link
                        to="/"
                        search={(before) => ({
                          ...before,
                          condition: undefined,
                          cell,
                          from: moment.statedOn,
                          to: moment.statedOn,
                        })}
                      >
                        and {formatNumber(moment.positions.totalCount - MAX_LISTED)} more
                      </Link>
                    </li>
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
            {shifts.map((shift) => (
              <li key={`${shift.before.statedOn} ${shift.after.statedOn}`}>
                From {formatSigned(shift.from)} to {formatSigned(shift.to)}, {spanText(shift)}
                {!shift.certain && ' (order of dates uncertain)'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** When a shift occurred: `between 27 Feb 2007 and 16 Jul 2009`, or `by 27 Feb 2007`. */
function spanText({ notBefore, notAfter }: Shift): string {
  const last = formatDate(notAfter);
  return notBefore == null ? `by ${last}` : `between ${formatDate(notBefore)} and ${last}`;
}
