import { useCallback, useSyncExternalStore } from 'react';

/** Whether the screen is narrower than so many letters' heights; 60: no room for two things beside each other. */
export function useNarrowScreen(rem = 60): boolean {
  const query = `(width < ${rem}rem)`;
  const subscribe = useCallback(
    (onChange: () => void) => {
      const narrow = matchMedia(query);
      narrow.addEventListener('change', onChange);
      return () => narrow.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
