import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import type { AffiliationKind } from '#src/client/generated/graphql.ts';
import { RenderOnExport } from '../charts/render-on-export.tsx';
import { formatDate, parseDay, toDay } from '../format/dates.ts';

interface Office {
  readonly with: { readonly slug: string; readonly name: string };
  readonly kind: AffiliationKind;
  readonly role?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

interface Shown {
  readonly title: string;
  readonly spans: readonly Office[];
  /** Of the file, when it is saved. */
  readonly name: string;
}

/** Of bars, in units of the picture's own. */
const WIDTH = 300;
const ROW = 22;
const NAMES = 380;
/** So much is drawn beyond the first and the last day that is known. */
const BEYOND_MS = 365 * 86_400_000;

/** What somebody was part of and when, as bars over time; an end that is not known is left open. */
export function Affiliations({ title, spans, name }: Shown) {
  const picture = useMemo(() => <AffiliationsChart title={title} spans={spans} />, [title, spans]);
  if (spans.length === 0) return null;
  const { bar, domain } = barsOf(spans);
  return (
    <section className="offices">
      <h2>{title}</h2>
      {domain && (
        <p className="facts">
          Bars are of {formatDate(toDay(domain[0]), 'YEAR')} to{' '}
          {formatDate(toDay(domain[1]), 'YEAR')}; one that reaches an edge has no end there that is
          known.
        </p>
      )}
      <ul>
        {spans.map((span) => (
          <li key={keyOf(span)}>
            <Link to="/actors/$slug" params={{ slug: span.with.slug }}>
              {span.with.name}
            </Link>
            <span className="facts">{inWords(span)}</span>
            {domain && (
              <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
                <rect className={classOf(span)} {...bar(span)} y={1} height={4} />
              </svg>
            )}
          </li>
        ))}
      </ul>
      <RenderOnExport
        picture={picture}
        name={name}
        lines={() =>
          spans.map((span) => ({
            actor: span.with.slug,
            name: span.with.name,
            kind: span.kind.toLowerCase(),
            role: span.role ?? null,
            from: span.from ?? null,
            to: span.to ?? null,
          }))
        }
      />
    </section>
  );
}

/** The list as one drawing, to be saved. */
function AffiliationsChart({ title, spans }: Pick<Shown, 'title' | 'spans'>) {
  const { bar } = barsOf(spans);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${NAMES + WIDTH} ${ROW * (spans.length + 1)}`}
    >
      <text className="head" y={14}>
        {title}
      </text>
      {spans.map((span, row) => (
        <g key={keyOf(span)} transform={`translate(0 ${ROW * (row + 1)})`}>
          <text className="small" y={14}>
            {span.with.name}, {inWords(span)}
          </text>
          <g transform={`translate(${NAMES} 0)`}>
            <rect className={classOf(span)} {...bar(span)} y={4} height={12} />
          </g>
        </g>
      ))}
    </svg>
  );
}

function barsOf(spans: readonly Office[]) {
  const times = spans
    .flatMap(({ from, to }) => [from, to])
    .filter((day) => day != null)
    .map(parseDay);
  const domain =
    times.length === 0
      ? null
      : ([Math.min(...times) - BEYOND_MS, Math.max(...times) + BEYOND_MS] as const);
  const x = scaleLinear(domain ?? [0, 1], [0, WIDTH]);
  const bar = ({ from, to }: Office) => {
    const start = from == null ? 0 : x(parseDay(from));
    const end = to == null ? WIDTH : x(parseDay(to));
    return { x: start, width: Math.max(1, end - start) };
  };
  return { bar, domain };
}

function classOf({ kind }: Office): string {
  return kind === 'PART_OF' ? 'office' : 'office loose';
}

function keyOf({ with: other, role, from }: Office): string {
  return `${other.slug} ${role} ${from}`;
}

function inWords({ kind, role, from, to }: Office): string {
  const as = role ?? (kind === 'COALITION_MEMBER' ? 'member' : 'part of it');
  if (from == null && to == null) return as;
  return `${as}, ${from == null ? '' : formatDate(from)} – ${to == null ? '' : formatDate(to)}`;
}
