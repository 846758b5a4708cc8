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
import { useNarrowScreen } from '../components/use-narrow-screen.ts';
import { usePageTitle } from '../components/use-page-title.ts';
import { Filters } from '../filters/filters.tsx';
import { formatSigned } from '../format/numbers.ts';
import { layOutNetwork, mostActive } from './force-layout.ts';
import { NetworkChart } from './network-chart.tsx';

/** What lines show: as the address has it, as the API has it, and in words. */
const LINES = [
  [undefined, 'SUBTRACT', 'agreement less disagreement'],
  ['agreement', 'CONGRUENCE', 'agreement'],
  ['disagreement', 'CONFLICT', 'disagreement'],
] as const;
/** Where names would be too small to read, circles lie nearer. */
const PHONE = 36;
const SPREAD_ON_PHONE = 0.45;

/** Who stands with whom. */
export function NetworkPage() {
  usePageTitle('Network');
  const viewing = useView();
  const picture = useRef<HTMLDivElement>(null);
  const { lines: asked } = useSearch({ from: '/network' });
  const navigate = useNavigate({ from: '/network' });
  const [chosen, weight, meaning] = LINES.find(([name]) => name === asked) ?? LINES[0];
  const spread = useNarrowScreen(PHONE) ? SPREAD_ON_PHONE : 1;
  const { view } = viewing;
  const { data, error, refetch } = useLatestQuery(ExplorerNetworkDocument, {
    of: comparedActors(view),
    filter: positionFilter(view),
    weight,
    normalisation: 'AVERAGE_ACTIVITY',
  });
  const network = data?.network;
  const most = actorLimit(view);
  const shown = useMemo(() => (network ? mostActive(network, most) : null), [network, most]);
  const placed = useMemo(() => (shown ? layOutNetwork(shown, spread) : null), [shown, spread]);
  const isSilent = network?.nodes.every(({ activity }) => activity === 0) === true;
  return (
    <div className="chart-page">
      <h1>Who stands with whom</h1>
      <p>
        A discourse network: two actors are joined where they spoke on the same conditions, the
        stronger the more alike or unlike their stances, by the average of what they said. A whole
        line is agreement, a broken one disagreement; a larger circle said more.
      </p>
      <Filters {...viewing} />
      <label className="tie-select">
        <span>Lines show</span>
        <select
          value={chosen ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (before) => ({ ...before, lines: target.value || undefined }),
              resetScroll: false,
            })
          }
        >
          {LINES.map(([name, , words]) => (
            <option key={words} value={name ?? ''}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {!placed && !error && <div className="chart-loading" aria-busy="true" />}
      {isSilent && <EmptyResult />}
      {placed && shown && network && !isSilent && (
        <>
          <div ref={picture} className="chart">
            <NetworkChart placed={placed} isConflict={weight === 'CONFLICT'} />
          </div>
          <ShowMoreActors {...viewing} shown={shown.nodes.length} all={network.nodes.length} />
          <ExportButtons
            picture={() => picture.current}
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
          {placed.edges.length > 0 && (
            <details className="data-table">
              <summary>The figures</summary>
              <table>
                <caption>Ties by {meaning}</caption>
                <thead>
                  <tr>
                    <th scope="col">Actors</th>
                    <th scope="col">Weight</th>
                  </tr>
                </thead>
                <tbody>
                  {placed.edges.map(({ a, b, weight: figure }) => (
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
                      <td>{formatSigned(figure, 2)}</td>
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
