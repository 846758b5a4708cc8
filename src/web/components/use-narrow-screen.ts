import { useCallback, useSyncExternalStore } from 'react';

/** Whether the viewport is narrower than `rem` root font sizes. At the default, two columns do not fit. */
export function useNarrowScreen(rem = 60): boolean {
  const query = `(width < ${rem}rem)`;
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
