import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseView, type View } from './view.ts';

/** Of a view: what is undefined is chosen no more. */
export type ViewChange = { readonly [Key in keyof View]?: View[Key] | undefined };

/** The view that the address holds, and how to change it. */
export interface ViewControls {
  readonly view: View;
  /** Goes to another view: an entry in the browser's history. */
  readonly change: (part: ViewChange) => void;
  /** Shows another view for the time being, while a filter is being moved. */
  readonly preview: (part: ViewChange) => void;
  /** Shows another view, and goes to it once nothing has been moved for a moment. */
  readonly settle: (part: ViewChange) => void;
}

/** As long as this between two presses of a key, they are one move: one entry in the history. */
const REST_MS = 250;
const LEAVING = ['pointerdown', 'focusin'] as const;

/** `onMove` is told of a view that is about to be shown, before anything is drawn. */
export function useView(onMove: (view: View) => void = () => {}): ViewControls {
  const search = useRouterState({ select: ({ location }) => location.search });
  const navigate = useNavigate();
  const kept = useMemo(() => parseView(search), [search]);
  /** What is shown for the time being, until the address is another than it was. */
  const [moving, setMoving] = useState({ since: kept, to: kept });
  const preview = (part: ViewChange): void => {
    const to = parseView({ ...kept, ...part });
    onMove(to);
    setMoving({ since: kept, to });
  };
  const change = (part: ViewChange): void => {
    preview(part);
    void navigate({
      to: '.',
      // In the same order whatever was chosen first: one view has one address.
      search: (before: object) => ({
        ...parseView({ ...before, ...part }),
        ...besides(before),
      }),
      resetScroll: false,
    });
  };
  /** Aborted when the moment of rest ends, or something else is moved. */
  const resting = useRef<AbortController>(undefined);
  useEffect(() => () => resting.current?.abort(), []);
  return {
    view: moving.since === kept ? moving.to : kept,
    preview,
    change,
    settle: (part) => {
      preview(part);
      resting.current?.abort();
      const rest = new AbortController();
      resting.current = rest;
      const go = (): void => {
        rest.abort();
        change(part);
      };
      const timer = setTimeout(go, REST_MS);
      rest.signal.addEventListener('abort', () => clearTimeout(timer));
      // Whoever goes elsewhere before, by a link say, takes along what was chosen.
      for (const event of LEAVING)
        addEventListener(event, go, { capture: true, signal: rest.signal });
    },
  };
}

/** What else the address of a page holds: which cell is open, which condition and lines are shown. */
function besides(search: object): object {
  const { cell, condition, lines } = search as Readonly<Record<string, string | undefined>>;
  return { cell, condition, lines };
}
