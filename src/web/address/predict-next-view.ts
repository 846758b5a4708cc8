import { useState } from 'react';
import { firstDayOfMonth, lastDayOfMonth, monthNumber } from '../format/month-number.ts';
import type { View } from './view.ts';

/**
 * Predicts the next view while the period is dragged: its ends move on by as many months as in the last
 * move. Null if the period did not move or cannot move on.
 */
export function predictNextView(previous: View, current: View): View | null {
  const from = extrapolate(previous.from, current.from, firstDayOfMonth);
  const to = extrapolate(previous.to, current.to, lastDayOfMonth);
  if (from === null || to === null || (from === current.from && to === current.to)) return null;
  if (from !== undefined && to !== undefined && from > to) return null;
  return { ...current, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The API accepts years of four digits. */
const FOUR_DIGIT_YEAR = /^\d{4}-/;

/** The next end of the period; null if it cannot be predicted. */
function extrapolate(
  previous: string | undefined,
  current: string | undefined,
  dayOfMonth: (month: number) => string,
): string | undefined | null {
  if (previous === current) return current;
  if (previous === undefined || current === undefined) return null;
  const day = dayOfMonth(2 * monthNumber(current) - monthNumber(previous));
  return FOUR_DIGIT_YEAR.test(day) ? day : null;
}

/** The prediction from the current view and the one before it. */
export function usePredictedView(view: View): View | null {
  const [{ previous, current }, setViews] = useState({ previous: view, current: view });
  if (JSON.stringify(current) !== JSON.stringify(view))
    setViews({ previous: current, current: view });
  return predictNextView(previous, current);
}
