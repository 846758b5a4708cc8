import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import type { AffiliationKind, DatePrecision } from '#src/client/generated/graphql.ts';
import { RenderOnExport } from '../charts/render-on-export.tsx';
import { formatDate, parseDay, toDay } from '../format/dates.ts';
import { AFFILIATION_KIND_LABEL } from '../format/enum-labels.ts';

/** An affiliation of the page's actor with another one. */
interface Affiliation {
  readonly actor: { readonly slug: string; readonly name: string };
  readonly kind: AffiliationKind;
  readonly role?: string | null;
  readonly from?: string | null;
  readonly fromPrecision: DatePrecision;
  readonly to?: string | null;
  readonly toPrecision: DatePrecision;
}

interface AffiliationsProps {
  readonly title: string;
  readonly affiliations: readonly Affiliation[];
  /** File name of exports, without extension. */
  readonly name: string;
}

/** In units of the SVG. */
const WIDTH = 300;
const LINE_HEIGHT = 22;
const LABEL_WIDTH = 380;
/** Time shown before the first and after the last known day. */
const MARGIN_MS = 365 * 86_400_000;

/** Affiliations as bars over time; a bar with an unknown start or end reaches the edge. */
export function Affiliations({ title, affiliations, name }: AffiliationsProps) {
  const chart = useMemo(
    () => <AffiliationsChart title={title} affiliations={affiliations} />,
    [title, affiliations],
  );
  if (affiliations.length === 0) return null;
  const { bar, domain } = barsOf(affiliations);
  return (
    <section className="affiliations">
      <h2>{title}</h2>
      {domain && (
        <p className="facts">
          Bars are of {formatDate(toDay(domain[0]), 'YEAR')} to{' '}
          {formatDate(toDay(domain[1]), 'YEAR')}; one that reaches an edge has no end there that is
          known.
        </p>
      )}
      <ul>
        {affiliations.map((affiliation) => (
          <li key={keyOf(affiliation)}>
            <Link to="/actors/$slug" params={{ slug: affiliation.actor.slug }}>
              {affiliation.actor.name}
            </Link>
            <span className="facts">{describe(affiliation)}</span>
            {domain && (
              <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
                <rect className={classOf(affiliation)} {...bar(affiliation)} y={1} height={4} />
              </svg>
            )}
          </li>
        ))}
      </ul>
      <RenderOnExport
        chart={chart}
        name={name}
        lines={() =>
          affiliations.map((affiliation) => ({
            actor: affiliation.actor.slug,
            name: affiliation.actor.name,
            kind: affiliation.kind.toLowerCase(),
            role: affiliation.role ?? null,
            from: affiliation.from ?? null,
            fromPrecision: affiliation.fromPrecision.toLowerCase(),
            to: affiliation.to ?? null,
            toPrecision: affiliation.toPrecision.toLowerCase(),
          }))
        }
      />
    </section>
  );
}

/** The list as one SVG, for export. */
function AffiliationsChart({
  title,
  affiliations,
}: Pick<AffiliationsProps, 'title' | 'affiliations'>) {
  const { bar } = barsOf(affiliations);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${LABEL_WIDTH + WIDTH} ${LINE_HEIGHT * (affiliations.length + 1)}`}
    >
      <text className="head" y={14}>
        {title}
      </text>
      {affiliations.map((affiliation, row) => (
        <g key={keyOf(affiliation)} transform={`translate(0 ${LINE_HEIGHT * (row + 1)})`}>
          <text className="small" y={14}>
            {affiliation.actor.name}, {describe(affiliation)}
          </text>
          <g transform={`translate(${LABEL_WIDTH} 0)`}>
            <rect className={classOf(affiliation)} {...bar(affiliation)} y={4} height={12} />
          </g>
        </g>
      ))}
    </svg>
  );
}

function barsOf(affiliations: readonly Affiliation[]) {
  const times = affiliations
    .flatMap(({ from, to }) => [from, to])
    .filter((day) => day != null)
    .map(parseDay);
  const domain =
    times.length === 0
      ? null
      : ([Math.min(...times) - MARGIN_MS, Math.max(...times) + MARGIN_MS] as const);
  const x = scaleLinear(domain ?? [0, 1], [0, WIDTH]);
  const bar = ({ from, to }: Affiliation) => {
    const start = from == null ? 0 : x(parseDay(from));
    const end = to == null ? WIDTH : x(parseDay(to));
    return { x: start, width: Math.max(1, end - start) };
  };
  return { bar, domain };
}

function classOf({ kind }: Affiliation): string {
  return kind === 'PART_OF' ? 'affiliation' : 'affiliation coalition';
}

function keyOf({ actor, role, from }: Affiliation): string {
  return `${actor.slug} ${role} ${from}`;
}

function describe({ kind, role, from, fromPrecision, to, toPrecision }: Affiliation): string {
  const label = role ?? AFFILIATION_KIND_LABEL[kind];
  if (from == null && to == null) return label;
  const [start, end] = [from && formatDate(from, fromPrecision), to && formatDate(to, toPrecision)];
  return `${label}, ${start ?? ''} – ${end ?? ''}`;
}
