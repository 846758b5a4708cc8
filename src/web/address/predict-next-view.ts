import { useState } from 'react';
import { firstDayOfMonth, lastDayOfMonth, monthNumber } from '../format/month-number.ts';
import type { View } from './view.ts';

/**
 * The view that comes next if its period goes on as it last moved, by as many months at the same ends;
 * null where it did not move, or cannot go on.
 */
export function predictNextView(before: View, now: View): View | null {
  const from = goOn(before.from, now.from, firstDayOfMonth);
  const to = goOn(before.to, now.to, lastDayOfMonth);
  if (from === null || to === null || (from === now.from && to === now.to)) return null;
  if (from !== undefined && to !== undefined && from > to) return null;
  return { ...now, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** What is a day to the API. */
const FOUR_DIGITS = /^\d{4}-/;

/** An end of the period: null where nothing tells by how much it moved. */
function goOn(
  before: string | undefined,
  now: string | undefined,
  toDay: (month: number) => string,
): string | undefined | null {
  if (before === now) return now;
  if (before === undefined || now === undefined) return null;
  const day = toDay(2 * monthNumber(now) - monthNumber(before));
  return FOUR_DIGITS.test(day) ? day : null;
}

/** What `nextView` makes of the view and of the one before it. */
export function usePredictedView(view: View): View | null {
  const [{ before, now }, setViews] = useState({ before: view, now: view });
  if (JSON.stringify(now) !== JSON.stringify(view)) setViews({ before: now, now: view });
  return predictNextView(before, now);
}
