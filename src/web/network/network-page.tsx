import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { ExplorerNetworkDocument } from '#src/client/generated/graphql.ts';
import { useView } from '../address/use-view.ts';
import { actorLimit, comparedActors, positionFilter } from '../address/view-variables.ts';
import { useLatestQuery } from '../api/use-latest-query.ts';
import { ExportButtons } from '../charts/export-buttons.tsx';
import { EmptyResult } from '../components/empty-result.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { ShowMoreActors } from '../components/show-more-actors.tsx';
import { UnsettledNote } from '../components/unsettled-note.tsx';
import { useNarrowScreen } from '../components/use-narrow-screen.ts';
import { usePageTitle } from '../components/use-page-title.ts';
import { Filters } from '../filters/filters.tsx';
import { formatSigned } from '../format/numbers.ts';
import { layOutNetwork, mostActive } from './force-layout.ts';
import { NetworkChart } from './network-chart.tsx';

/** What ties measure: the address parameter `lines`, the API's weight, and the label. */
const TIE_MEASURES = [
  [undefined, 'SUBTRACT', 'agreement minus disagreement'],
  ['agreement', 'CONGRUENCE', 'agreement'],
  ['disagreement', 'CONFLICT', 'disagreement'],
] as const;
/** On narrower screens, in rem, circles are closer together, so that names stay legible. */
const PHONE_WIDTH_REM = 36;
const PHONE_SPREAD = 0.45;

/** Agreement and disagreement between actors as a discourse network. */
export function NetworkPage() {
  usePageTitle('Network');
  const controls = useView();
  const chart = useRef<HTMLDivElement>(null);
  const { lines: requested } = useSearch({ from: '/network' });
  const navigate = useNavigate({ from: '/network' });
  const [lines, weight, measure] =
    TIE_MEASURES.find(([name]) => name === requested) ?? TIE_MEASURES[0];
  const spread = useNarrowScreen(PHONE_WIDTH_REM) ? PHONE_SPREAD : 1;
  const { view } = controls;
  const { data, error, refetch } = useLatestQuery(ExplorerNetworkDocument, {
    of: comparedActors(view),
    filter: positionFilter(view),
    weight,
    normalisation: 'AVERAGE_ACTIVITY',
  });
  const network = data?.network;
  const limit = actorLimit(view);
  const shown = useMemo(() => (network ? mostActive(network, limit) : null), [network, limit]);
  const layout = useMemo(() => (shown ? layOutNetwork(shown, spread) : null), [shown, spread]);
  const isEmpty = network?.nodes.every(({ activity }) => activity === 0) === true;
  return (
    <div className="chart-page">
      <h1>Agreement and disagreement between actors</h1>
      <p>
        A discourse network: actors with positions on the same conditions are tied. A tie is
        stronger the more their stances agree or disagree, normalised by their average activity.
        Solid ties show agreement, dashed ties disagreement; larger circles have more statements.
      </p>
      <Filters {...controls} />
      <label className="tie-select">
        <span>Ties show</span>
        <select
          value={lines ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (before) => ({ ...before, lines: target.value || undefined }),
              resetScroll: false,
            })
          }
        >
          {TIE_MEASURES.map(([name, , label]) => (
            <option key={label} value={name ?? ''}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {!layout && !error && <div className="chart-loading" aria-busy="true" />}
      {isEmpty && <EmptyResult />}
      {layout && shown && network && !isEmpty && (
        <>
          <div ref={chart} className="chart">
            <NetworkChart layout={layout} isConflict={weight === 'CONFLICT'} />
          </div>
          <ShowMoreActors {...controls} shown={shown.nodes.length} total={network.nodes.length} />
          <ExportButtons
            chart={() => chart.current}
            name="demarche-network"
            lines={() =>
              shown.edges.map((edge) => ({
                a: edge.a.key,
                b: edge.b.key,
                weight: edge.weight,
                measure: weight.toLowerCase(),
                revision: network.revision,
              }))
            }
          />
          <UnsettledNote count={network.unsettledDocumentCount} />
          {layout.edges.length > 0 && (
            <details className="data-table">
              <summary>Show as table</summary>
              <table>
                <caption>Ties by {measure}</caption>
                <thead>
                  <tr>
                    <th scope="col">Actors</th>
                    <th scope="col">Weight</th>
                  </tr>
                </thead>
                <tbody>
                  {layout.edges.map(({ a, b, weight: tieWeight }) => (
                    <tr key={`${a.key} ${b.key}`}>
                      <th scope="row">
                        <Link to="/actors/$slug" params={{ slug: a.key }}>
                          {a.name}
                        </Link>{' '}
                        and{' '}
                        <Link to="/actors/$slug" params={{ slug: b.key }}>
                          {b.name}
                        </Link>
                      </th>
                      <td>{formatSigned(tieWeight, 2)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          )}
        </>
      )}
    </div>
  );
}
