import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { parseView } from '../address/view.ts';
import { SearchBox } from '../search/search-box.tsx';
import { ThemeSelect } from './theme-select.tsx';

/** Pages that share a view: links between them keep it. */
const CHART_PAGES = [
  ['/', 'Comparison'],
  ['/time', 'Timeline'],
  ['/divergence', 'Divergence'],
  ['/network', 'Network'],
] as const;

const LIST_PAGES = [
  ['/documents', 'Documents'],
  ['/actors', 'Actors'],
] as const;

/** Header, navigation and footer around every page. */
export function PageLayout() {
  const search = useRouterState({ select: ({ location }) => location.search });
  const view = parseView(search);
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="masthead">
        <Link to="/" className="wordmark">
          Démarche
        </Link>
        <nav aria-label="Pages">
          <ul>
            {CHART_PAGES.map(([to, label]) => (
              <li key={to}>
                <Link to={to} search={view} activeOptions={{ exact: true, includeSearch: false }}>
                  {label}
                </Link>
              </li>
            ))}
            {LIST_PAGES.map(([to, label]) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
            <li>
              <a href="/graphql">API</a>
            </li>
          </ul>
        </nav>
        <SearchBox />
        <ThemeSelect />
      </header>
      <Main />
      <footer className="page-footer">
        <p>
          Every figure is a published measure of positions whose quotations match their documents
          character by character. The same data is available from the <a href="/graphql">API</a>.
        </p>
      </footer>
    </>
  );
}

/** Receives the focus on navigation, so that screen readers announce the new page. */
function Main() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const previousPath = useRef(path);
  useEffect(() => {
    // The search page opens while the user is typing in the search box.
    const isTyping = document.activeElement?.closest('[role="search"]') != null;
    if (previousPath.current !== path && !isTyping) main.current?.focus({ preventScroll: true });
    previousPath.current = path;
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <Outlet />
    </main>
  );
}
