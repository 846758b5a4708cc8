import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { parseSearchView } from '../address/search-view.ts';

/** Pause after the last keystroke before the search starts. */
const PAUSE_MS = 150;

/** Searches while the user types. The results are a page, with the query in its address. */
export function SearchBox() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const query = useRouterState({
    select: ({ location: { pathname, search } }) =>
      pathname === '/search' ? ((search as { readonly q?: string }).q ?? '') : '',
  });
  const { history, navigate } = useRouter();
  const [input, setInput] = useState(query);
  /** The last query that was searched for or read from the address. */
  const lastQuery = useRef(query);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = (words: string): void => {
    clearTimeout(pause.current);
    lastQuery.current = words;
    void navigate({
      to: '/search',
      // A filter stays while the words change.
      search: (current) =>
        words === '' ? {} : { ...(path === '/search' && parseSearchView(current)), q: words },
      replace: history.location.pathname === '/search',
    });
  };
  // Follows the address when it changes by a link or in the history, even while the box has the focus.
  useEffect(() => {
    if (path === '/search' && query === lastQuery.current) return;
    clearTimeout(pause.current);
    lastQuery.current = query;
    setInput(query);
  }, [path, query]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const handleInput = (text: string): void => {
    setInput(text);
    clearTimeout(pause.current);
    const words = text.trim();
    if (words !== lastQuery.current) pause.current = setTimeout(() => search(words), PAUSE_MS);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(input.trim());
      }}
    >
      <input
        type="search"
        value={input}
        placeholder="Search"
        aria-label="Search documents, positions and actors"
        onChange={({ target }) => handleInput(target.value)}
      />
    </form>
  );
}
