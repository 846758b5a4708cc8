/** Description of the number of positions of a figure whose party is not certain. */
export const UNCERTAIN_PARTY =
  'Number of counted positions of which it is not certain that they belong to the actor for which they are counted: that it holds them itself, or that their holder spoke for it on every day that the date of the statement can mean (`Position.partyCertain`); or, in a comparison by `reportedBy`, that an author of their document spoke for the reporter (`Document.authorPartyCertain`).';
