import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

/** As long as this without a question about what is seen, and there is time for others. */
const REST_MS = 250;

/**
 * In the place of a lane that is not there yet. It is asked for even if nobody has come to it, once
 * what is seen has been answered: so that it is there when the page is printed.
 */
export function DeferredLaneRequest({ ask }: { readonly ask: () => void }) {
  // Questions of other lanes that nobody has come to are not active: all of them are asked together.
  const isIdle = useIsFetching({ type: 'active' }) === 0;
  const onRest = useEffectEvent(ask);
  useEffect(() => {
    if (!isIdle) return undefined;
    const resting = setTimeout(() => onRest(), REST_MS);
    return () => clearTimeout(resting);
  }, [isIdle]);
  return <div className="lane-loading" aria-busy="true" />;
}
