import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/** So long after the last letter, what was typed is sought. */
const PAUSE_MS = 150;

/** Seeks as one types: the results are a page, whose address holds what is sought. */
export function SearchBox() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const sought = useRouterState({
    select: ({ location: { pathname, search } }) =>
      pathname === '/search' ? ((search as { readonly q?: string }).q ?? '') : '',
  });
  const { history, navigate } = useRouter();
  const [typed, setTyped] = useState(sought);
  /** What the box went to last, or found in the address. */
  const known = useRef(sought);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const seek = (words: string): void => {
    clearTimeout(pause.current);
    known.current = words;
    void navigate({
      to: '/search',
      search: words === '' ? {} : { q: words },
      replace: history.location.pathname === '/search',
    });
  };
  // The address changes by links and by going back, too: the box follows it, whoever is in it.
  useEffect(() => {
    if (path === '/search' && sought === known.current) return;
    clearTimeout(pause.current);
    known.current = sought;
    setTyped(sought);
  }, [path, sought]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(pause.current);
    const words = text.trim();
    if (words !== known.current) pause.current = setTimeout(() => seek(words), PAUSE_MS);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        seek(typed.trim());
      }}
    >
      <input
        type="search"
        value={typed}
        placeholder="Search"
        aria-label="Search documents, positions and actors"
        onChange={({ target }) => type(target.value)}
      />
    </form>
  );
}
