import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { parseView } from '../address/view.ts';
import { SearchBox } from '../search/search-box.tsx';
import { ThemeSelect } from './theme-select.tsx';

/** The pictures, which share what they look at. */
const PICTURES = [
  ['/', 'Matrix'],
  ['/time', 'Time'],
  ['/divergence', 'Divergence'],
  ['/network', 'Network'],
] as const;

const LISTS = [
  ['/documents', 'Documents'],
  ['/actors', 'Actors'],
] as const;

/** What surrounds every page. */
export function PageLayout() {
  const search = useRouterState({ select: ({ location }) => location.search });
  const view = parseView(search);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <Link to="/" className="wordmark">
          Démarche
        </Link>
        <nav aria-label="Pages">
          <ul>
            {PICTURES.map(([to, name]) => (
              <li key={to}>
                <Link to={to} search={view} activeOptions={{ exact: true, includeSearch: false }}>
                  {name}
                </Link>
              </li>
            ))}
            {LISTS.map(([to, name]) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
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
      <footer className="colophon">
        <p>
          Every figure is a published measure over quotations that were checked, character by
          character, against their documents. The same questions can be put to the{' '}
          <a href="/graphql">API</a>.
        </p>
      </footer>
    </>
  );
}

/** Takes the focus when the page changes, so that whoever does not see the screen hears the new one. */
function Main() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    // Whoever is typing into the search goes on typing.
    const isTyping = document.activeElement?.closest('[role="search"]') != null;
    if (before.current !== path && !isTyping) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <Outlet />
    </main>
  );
}
