/** Small cables in the shapes that archives hold; every sentence in them is made up. */

/** The parts of a cable that a test changes; `null` leaves a part out. */
export interface CableParts {
  readonly routing?: string | null;
  readonly dateTime?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly opening?: string | null;
  readonly captions?: string | null;
  readonly order?: string | null;
  readonly tags?: string | null;
  readonly subject?: string | null;
  readonly refs?: string | null;
  readonly classifiedBy?: string | null;
  readonly body?: string;
  readonly signature?: string | null;
}

const PARTS: Required<CableParts> = {
  routing: 'VZCZCXRO1234\nOO RUEHBC RUEHDE\nDE RUEHXX #0412/01 0741130\nZNY CCCCC ZZH',
  dateTime: 'O 151130Z MAR 07',
  from: 'FM AMEMBASSY LA PAZ',
  to: 'TO RUEHC/SECSTATE WASHDC IMMEDIATE 3321\nINFO RUEHXK/ANDEAN COLLECTIVE PRIORITY\nRUEHLO/AMEMBASSY LONDON 0042',
  opening: '\nC O N F I D E N T I A L SECTION 01 OF 02 LA PAZ 000412 ',
  captions: ' \nSIPDIS \n ',
  order: 'E.O. 12958: DECL: 03/15/2017 ',
  tags: 'TAGS: PREL PGOV BL',
  subject: 'SUBJECT: MINISTER WELCOMES THE BRIDGE ',
  refs: null,
  classifiedBy: ' \nClassified By: Charge Jane Roe, reasons 1.4 (b) and (d) \n ',
  body: '¶1. (C) The minister praised the new bridge. \n \n¶2. (U) The bridge opens in May. ',
  signature: 'ROE',
};

/** Puts a cable together from its parts, one under the other. */
export function cable(changes: CableParts = {}): string {
  const parts = { ...PARTS, ...changes };
  return Object.values(parts)
    .filter((part) => part !== null)
    .join('\n');
}
