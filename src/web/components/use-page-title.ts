import { useEffect } from 'react';

/** Names the page in the browser's history and tabs. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Démarche`;
  }, [title]);
}
