import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import type { AffiliationKind } from '#src/client/generated/graphql.ts';
import { dayOf, dayText, timeOf } from '../words/dates.ts';

interface Span {
  readonly with: { readonly slug: string; readonly name: string };
  readonly kind: AffiliationKind;
  readonly role?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

const WIDTH = 100;
/** Of a year that is known at one end alone, so much is drawn beyond it. */
const BEYOND_MS = 365 * 86_400_000;

/** What somebody was part of and when, as bars over time; an end that is not known is left open. */
export function Offices({
  title,
  spans,
}: {
  readonly title: string;
  readonly spans: readonly Span[];
}) {
  if (spans.length === 0) return null;
  const known = spans.flatMap(({ from, to }) => [from, to]).filter((day) => day != null);
  const times = known.map(timeOf);
  const domain = [Math.min(...times) - BEYOND_MS, Math.max(...times) + BEYOND_MS] as const;
  const x = scaleLinear(times.length > 0 ? domain : [0, 1], [0, WIDTH]);
  return (
    <section className="offices">
      <h2>{title}</h2>
      {times.length > 0 && (
        <p className="facts">
          Bars run from {dayText(dayOf(domain[0]), 'YEAR')} to {dayText(dayOf(domain[1]), 'YEAR')}.
        </p>
      )}
      <ul>
        {spans.map(({ with: other, kind, role, from, to }) => (
          <li key={`${other.slug} ${role} ${from}`}>
            <Link to="/actors/$slug" params={{ slug: other.slug }}>
              {other.name}
            </Link>
            <span className="facts">
              {role ?? (kind === 'COALITION_MEMBER' ? 'member' : 'part of it')}
              {(from != null || to != null) &&
                `, ${from == null ? '' : dayText(from)} – ${to == null ? '' : dayText(to)}`}
            </span>
            {times.length > 0 && (
              <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
                <rect
                  className={kind === 'PART_OF' ? 'office' : 'office loose'}
                  x={from == null ? 0 : x(timeOf(from))}
                  width={Math.max(
                    0.5,
                    (to == null ? WIDTH : x(timeOf(to))) - (from == null ? 0 : x(timeOf(from))),
                  )}
                  y={1}
                  height={4}
                />
              </svg>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
