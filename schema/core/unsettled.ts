import { cost } from './cost.ts';

/** Options of `unsettledDocumentCount`, by which an answer says that codings compete in what it counts. */
export const UNSETTLED = {
  description:
    'Number of documents whose codings compete for what is counted here: none is settled, or several are, so that one was chosen by rule (`Counting`). 0 if the filter counts all codings.',
  extensions: cost({ own: 20 }),
} as const;
