/** Operations within the limits that ask for as much as they can, on the large corpus. */

/** An operation, and how many clients send it at once. */
export interface HeavyOperation {
  readonly name: string;
  readonly query: string;
  readonly clients: number;
}

function repeated(times: number, field: string): string {
  return `{ ${Array.from({ length: times }, (_, i) => `a${i}: ${field}`).join(' ')} }`;
}

const INTERVAL = 'interval { confidenceInterval { lower upper } }';
const DISTANCES = 'divergences { condition { code } a { slug } b { slug } distance overlap }';
const CELL =
  'count documentCount median mean agreement publicPrivateGap distribution { stance count }';
const TYPES =
  'fragment A on __Type { name fields { name description type { name } args { name description } } }';

export const HEAVY_OPERATIONS: readonly HeavyOperation[] = [
  {
    name: 'thirty lists of divergences',
    query: repeated(30, `comparison(first: 20, groupBy: PARTY) { ${DISTANCES} }`),
    clients: 1,
  },
  {
    name: 'three reliabilities with 10,000 samples',
    query: repeated(
      3,
      `reliability(bootstrap: { samples: 10000 }) { overall { ${INTERVAL} ordinal { value } } }`,
    ),
    clients: 2,
  },
  {
    name: 'three formulations',
    query: repeated(
      3,
      'formulations(condition: "NONVIOLENCE") { parties { formulations(first: 100) { nodes { words variants { words } } } } }',
    ),
    clients: 2,
  },
  {
    name: 'networks',
    query: repeated(
      3,
      'network(groupBy: HOLDER) { nodes { key activity } edges { weight positions(first: 1) { totalCount } } }',
    ),
    clients: 2,
  },
  {
    name: 'trends of cells by month',
    query: `{ comparison(groupBy: PARTY, first: 4) { rows { cells ${repeated(10, 'trend(by: MONTH) { from mean }')} } } }`,
    clients: 2,
  },
  {
    name: 'searches of one ligature',
    query: repeated(20, 'search(query: "\ufb03") { totalCount nodes { score } }'),
    clients: 1,
  },
  {
    name: 'a search of sixteen wide ORs',
    query: `{ search(query: "${Array.from({ length: 16 }, (_, i) => `ferry or tide or item or session ${i}`).join(' or ')}", first: 100) { totalCount nodes { snippet } } }`,
    clients: 8,
  },
  {
    name: 'references that do not exist',
    query: repeated(50, 'document(reference: "large-large") { title }'),
    clients: 2,
  },
  {
    name: 'texts under many aliases',
    query: repeated(20, 'documents(first: 100) { nodes { text } }'),
    clients: 2,
  },
  {
    name: 'passages',
    query: repeated(5, 'documents(first: 100) { nodes { passages { text } } }'),
    clients: 4,
  },
  {
    name: 'positions with all that belongs to them',
    query: repeated(
      3,
      'positions(first: 100) { nodes { summary evidence { exact prefix suffix } attribution { speaker { name } audience { name } } document { title } } }',
    ),
    clients: 8,
  },
  {
    name: 'comparisons of all parties',
    query: repeated(8, `comparison(groupBy: PARTY, first: 25) { rows { cells { ${CELL} } } }`),
    clients: 8,
  },
  {
    name: 'discrepancies',
    query: repeated(
      10,
      'discrepancies(actor: "hamas") { counts { count } pairs(first: 20) { edges { cursor } } }',
    ),
    clients: 2,
  },
  {
    name: 'introspections',
    query: `{ a: __schema { types { ...A } } b: __schema { types { ...A } } } ${TYPES}`,
    clients: 8,
  },
];
