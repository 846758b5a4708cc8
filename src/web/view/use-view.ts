import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { readView, type View } from './view.ts';

/** Of a view: what is undefined is chosen no more. */
export type Part = { readonly [Key in keyof View]?: View[Key] | undefined };

/** The view that the address holds, and how to change it. */
export interface Viewing {
  readonly view: View;
  /** Goes to another view: an entry in the browser's history. */
  readonly change: (part: Part) => void;
  /** Shows another view for the time being, while a filter is being moved. */
  readonly preview: (part: Part) => void;
}

export function useView(): Viewing {
  const search = useRouterState({ select: ({ location }) => location.search });
  const navigate = useNavigate();
  const kept = useMemo(() => readView(search), [search]);
  const [moving, setMoving] = useState<View | null>(null);
  return {
    view: moving ?? kept,
    preview: (part) => setMoving(readView({ ...kept, ...part })),
    change: (part) => {
      setMoving(null);
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, ...part }) as never,
        resetScroll: false,
      });
    },
  };
}
