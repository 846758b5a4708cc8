import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

/** Milliseconds without requests for visible content before lanes out of view are requested. */
const IDLE_MS = 250;

interface DeferredLaneRequestProps {
  /** Requests the lane. */
  readonly request: () => void;
}

/**
 * Placeholder of a lane that is not loaded. Lanes in view are requested first; the others wait until no
 * such request is in flight, so that they do not delay it, and are then requested all the same, so that
 * they are complete when the page is printed.
 */
export function DeferredLaneRequest({ request }: DeferredLaneRequestProps) {
  // Requests of lanes out of view are not `active`, so the lanes do not wait for each other.
  const isIdle = useIsFetching({ type: 'active' }) === 0;
  const onIdle = useEffectEvent(request);
  useEffect(() => {
    if (!isIdle) return undefined;
    const timer = setTimeout(() => onIdle(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [isIdle]);
  return <div className="lane-loading" aria-busy="true" />;
}
