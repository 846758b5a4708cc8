import { type RefObject, useEffect, useState } from 'react';

/** How far below the window something begins to be asked for. */
const AHEAD = '600px';

/** Whether something has come near the window, or was asked for on paper. */
export function useIsSeen(element: RefObject<Element | null>): boolean {
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
