import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/** So long after the last letter, what was typed is sought. */
const PAUSE_MS = 150;

/** Seeks as one types: the results are a page, whose address holds what is sought. */
export function SearchBox() {
  const sought = useRouterState({
    select: ({ location: { pathname, search } }) =>
      pathname === '/search' ? ((search as { readonly q?: string }).q ?? '') : '',
  });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(sought);
  const field = useRef<HTMLInputElement>(null);
  const seek = (words: string, isOnPage: boolean): void => {
    void navigate({ to: '/search', search: words === '' ? {} : { q: words }, replace: isOnPage });
  };
  // The address changes by going back, too.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(sought);
  }, [sought]);
  const isOnPage = useRouterState({ select: ({ location }) => location.pathname === '/search' });
  useEffect(() => {
    const words = typed.trim();
    if (document.activeElement !== field.current || words === sought || words === '')
      return undefined;
    const timer = setTimeout(() => seek(words, isOnPage), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        seek(typed.trim(), isOnPage);
      }}
    >
      <input
        ref={field}
        type="search"
        value={typed}
        placeholder="Search"
        aria-label="Search documents, positions and actors"
        onChange={({ target }) => setTyped(target.value)}
      />
    </form>
  );
}
