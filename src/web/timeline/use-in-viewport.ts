import { type RefObject, useEffect, useState } from 'react';

/** How far below the window something begins to be asked for. */
const AHEAD = '600px';

/**
 * Whether something has come near the window, or is to be printed. A last resort for paper: what is
 * asked for only then may come too late (see `lane-wait.tsx`).
 */
export function useInViewport(element: RefObject<Element | null>): boolean {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    const see = (): void => setIsSeen(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) see();
      },
      { rootMargin: AHEAD },
    );
    if (element.current) observer.observe(element.current);
    addEventListener('beforeprint', see);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', see);
    };
  }, [element]);
  return isSeen;
}
