import { Link } from '@tanstack/react-router';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatDate, formatStatedDate } from '../format/dates.ts';
import { STANCE_LABEL } from '../format/enum-labels.ts';
import { formatNumber, formatSigned } from '../format/numbers.ts';
import type { Moment, Shift } from './timeline-types.ts';

interface Shown {
  readonly name: string;
  /** `hamas:RECOGNITION`: the cell of the matrix that holds all positions of the lane. */
  readonly cell: string;
  readonly moments: readonly Moment[];
  readonly shifts: readonly Shift[];
}

/** Positions of a date; the others are a link away. */
const LISTED = 10;

/** What a lane shows date by date, to be read. */
export function MomentsTable({ name, cell, moments, shifts }: Shown) {
  return (
    <>
      <table>
        <caption className="visually-hidden">{name}, date by date</caption>
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
                    .slice(0, LISTED)
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
                  {moment.positions.totalCount > LISTED && (
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
                        and {formatNumber(moment.positions.totalCount - LISTED)} more
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
                {!shift.certain && ', if the dates are in that order'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** When a shift can have been: `between 27 Feb 2007 and 16 Jul 2009`, or no more than `by 27 Feb 2007`. */
function spanText({ notBefore, notAfter }: Shift): string {
  const last = formatDate(notAfter);
  return notBefore == null ? `by ${last}` : `between ${formatDate(notBefore)} and ${last}`;
}
