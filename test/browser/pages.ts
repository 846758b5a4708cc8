import type { Locator, Page } from 'playwright-core';

/** Addresses of all pages of the explorer, with the seeded corpus. */
export const PAGES = [
  '/',
  '/?cell=hamas:RECOGNITION',
  '/?cell=hamas:PRIOR_AGREEMENTS',
  '/?channel=PRIVATE&retellings=1&from=2006-02-01&to=2009-12-31',
  '/time?condition=RECOGNITION',
  '/divergence',
  '/network',
  '/documents',
  '/documents/07MOSCOW828',
  '/documents/C05763811',
  '/documents/2014-06-06-us-held-secret-talks-with-hamas-for-months-report',
  '/documents/UNKNOWN1',
  '/actors',
  '/actors/khaled-mishal',
  '/search?q=recognise',
] as const;

/** Accessible name of the cell of Hamas and RECOGNITION. */
export const HAMAS_RECOGNITION = /^Hamas, Recognise Israel/;

/** The button of a comparison cell. */
export function cellOf(page: Page, name: RegExp): Locator {
  return page.getByRole('button', { name });
}
