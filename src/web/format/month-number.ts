/** Months as numbers, counted from January of the year 0, so that periods are arithmetic. */

/** Number of the month of a day: `2006-03-15`. */
export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** First day of a month: `2006-03-01`. */
export function firstDayOfMonth(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
}

/** Last day of a month: `2006-03-31`. */
export function lastDayOfMonth(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
}
