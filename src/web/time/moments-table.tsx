import { Link } from '@tanstack/react-router';
import { dateText, dayText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import { numeral, STANCE_WORD, signed } from '../words/vocabulary.ts';
import type { Moment, Shift } from './timeline.ts';

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
        <caption className="unseen">{name}, date by date</caption>
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
              <th scope="row">{dateText(moment)}</th>
              <td>{signed(moment.median)}</td>
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
                          {holder.name} {STANCE_WORD[stance]}
                        </Link>
                        : <Plain text={summary} />
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
                        and {numeral(moment.positions.totalCount - LISTED)} more
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
                From {signed(shift.from)} to {signed(shift.to)}, {spanText(shift)}
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
  const last = dayText(notAfter);
  return notBefore == null ? `by ${last}` : `between ${dayText(notBefore)} and ${last}`;
}
