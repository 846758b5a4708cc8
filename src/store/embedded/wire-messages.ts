/** Messages of PostgreSQL's protocol from a client, by their first byte. */
const letter = (of: string): number => of.charCodeAt(0);

export const QUERY = letter('Q');
export const SYNC = letter('S');
/** Parse, bind, describe and execute: the steps of a statement, each of which is replied to. */
export const STEPS: ReadonlySet<number | undefined> = new Set(Array.from('PBDE', letter));
