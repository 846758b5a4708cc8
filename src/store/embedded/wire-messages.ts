/** Types of PostgreSQL client messages: their first byte. */
const byte = (letter: string): number => letter.charCodeAt(0);

/** A simple query. */
export const QUERY = byte('Q');
/** The end of an extended query. */
export const SYNC = byte('S');
/** Parse, bind, describe and execute: the steps of an extended query, each with a reply of its own. */
export const EXTENDED_QUERY: ReadonlySet<number | undefined> = new Set(Array.from('PBDE', byte));
