import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseView, type View } from './view.ts';

/** New values for parts of a view; undefined removes one. */
export type ViewChange = { readonly [Key in keyof View]?: View[Key] | undefined };

/** The view in the address, and the ways to change it. */
export interface ViewControls {
  readonly view: View;
  /** Navigates to the changed view: a new entry in the browser's history. */
  readonly change: (change: ViewChange) => void;
  /** Shows the changed view without navigating, while a filter is dragged. */
  readonly preview: (change: ViewChange) => void;
  /** Shows the changed view, and navigates to it after a short pause without further changes. */
  readonly settle: (change: ViewChange) => void;
}

/** Key presses within this time are one change, and so one entry in the history. */
const PAUSE_MS = 250;
const LEAVING_EVENTS = ['pointerdown', 'focusin'] as const;

/** Reads the view from the address. `onPreview` is called with each new view before it is rendered. */
export function useView(onPreview: (view: View) => void = () => {}): ViewControls {
  const search = useRouterState({ select: ({ location }) => location.search });
  const navigate = useNavigate();
  const addressView = useMemo(() => parseView(search), [search]);
  /** Shown until the address changes from what it was at the time of the preview. */
  const [previewed, setPreviewed] = useState({ since: addressView, view: addressView });
  const preview = (change: ViewChange): void => {
    const view = parseView({ ...addressView, ...change });
    onPreview(view);
    setPreviewed({ since: addressView, view });
  };
  const change = (viewChange: ViewChange): void => {
    preview(viewChange);
    void navigate({
      to: '.',
      // `parseView` fixes the order of the parameters: equal views have equal addresses.
      search: (current: object) => ({
        ...parseView({ ...current, ...viewChange }),
        ...pageParameters(current),
      }),
      resetScroll: false,
    });
  };
  /** Aborted when the pause ends, or with the next change. */
  const pause = useRef<AbortController>(undefined);
  useEffect(() => () => pause.current?.abort(), []);
  return {
    view: previewed.since === addressView ? previewed.view : addressView,
    preview,
    change,
    settle: (viewChange) => {
      preview(viewChange);
      pause.current?.abort();
      const controller = new AbortController();
      pause.current = controller;
      const commit = (): void => {
        controller.abort();
        change(viewChange);
      };
      const timer = setTimeout(commit, PAUSE_MS);
      controller.signal.addEventListener('abort', () => clearTimeout(timer));
      // A link that is followed before the pause ends carries the change along.
      for (const event of LEAVING_EVENTS)
        addEventListener(event, commit, { capture: true, signal: controller.signal });
    },
  };
}

/** Parameters of single pages: the open cell, the condition, and what the lines of the network show. */
function pageParameters(search: object): object {
  const { cell, condition, lines } = search as Readonly<Record<string, string | undefined>>;
  return { cell, condition, lines };
}
