import { type RefObject, useEffect, useState } from 'react';

/** Distance below the viewport at which an element counts as visible. */
const MARGIN = '600px';

/**
 * Whether an element has come near the viewport, or the page is about to be printed. A request that starts
 * only then may be too late for print; see `deferred-lane-request.tsx`.
 */
export function useInViewport(element: RefObject<Element | null>): boolean {
  const [isVisible, setIsVisible] = useState(false);
  useEffect(() => {
    const show = (): void => setIsVisible(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) show();
      },
      { rootMargin: MARGIN },
    );
    if (element.current) observer.observe(element.current);
    addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', show);
    };
  }, [element]);
  return isVisible;
}
