/** Hostile operations and values, and the response that each must get. */
import { getIntrospectionQuery } from 'graphql';
import {
  type Attack,
  BAD,
  base64url,
  DEEP,
  HAMAS,
  INVALID,
  LONG,
  operation,
  PARSE,
  send,
  TOKENS,
  times,
} from './attack.ts';
import { REQUESTS } from './request-attacks.ts';

/** Each fragment selects the next twice, under two aliases. */
function doubling(count: number): string {
  return `{ actor(slug: "hamas") { ...F0 } } ${times(
    count,
    (i) =>
      `fragment F${i} on Actor { a: party(on: "2007-01-01") { ...F${i + 1} } b: party(on: "2007-01-01") { ...F${i + 1} } }`,
  )} fragment F${count} on Actor { slug }`;
}

/** Each fragment spreads the next twice. */
function spreading(count: number): string {
  return `{ actor(slug: "hamas") { ...F0 } } ${times(count, (i) => `fragment F${i} on Actor { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Actor { slug }`;
}

function within(depth: number): string {
  return `{ actor(slug: "hamas") ${'{ party(on: "2007-01-01") '.repeat(depth)}{ slug }${' }'.repeat(depth)} }`;
}

const SLUG = 'query ($v: String!) { actor(slug: $v) { slug } }';
const SLUGS = 'query ($v: [String!]) { positions(actors: $v) { totalCount } }';
const SEARCH = 'query ($v: String!) { search(query: $v) { totalCount } }';
const NAMED = 'query ($v: String!) { actors(filter: { name: $v }) { totalCount } }';
const PAGE = 'query ($v: Int) { positions(first: $v) { nodes { id } } }';
const AFTER = 'query ($v: String) { positions(after: $v) { nodes { id } } }';
const NODE = 'query ($v: ID!) { node(id: $v) { id } }';
const DAY = 'query ($v: Date) { positions(filter: { statedFrom: $v }) { totalCount } }';

const WRITTEN: readonly Attack[] = [
  operation(
    'ten thousand aliases',
    TOKENS,
    `{ ${times(10_000, (i) => `a${i}: actors { totalCount }`)} }`,
  ),
  operation(
    'five thousand aliases of __typename',
    TOKENS,
    `{ ${times(5000, (i) => `a${i}: __typename`)} }`,
  ),
  operation(
    'two hundred aliases',
    [400, 'TOO_MANY_ALIASES'],
    `{ actor(slug: "hamas") { ${times(200, (i) => `a${i}: slug`)} } }`,
  ),
  operation(
    'two hundred aliases of __typename',
    [400, 'TOO_MANY_ALIASES'],
    `{ actor(slug: "hamas") { ${times(200, (i) => `a${i}: __typename`)} } }`,
  ),
  operation(
    'sixty searches in one operation',
    [400, 'TOO_MANY_ROOT_FIELDS'],
    `{ ${times(60, (i) => `a${i}: search(query: "x") { totalCount }`)} }`,
  ),
  operation(
    'the same field ten thousand times',
    TOKENS,
    `{ actor(slug: "hamas") { ${'slug '.repeat(10_000)} } }`,
  ),
  operation(
    'more duplicate fields than validation compares',
    INVALID,
    `{ actor(slug: "hamas") { ${'slug '.repeat(900)} } }`,
  ),
  operation(
    'a hundred conflicting fields',
    INVALID,
    `{ actor(slug: "hamas") { ${times(100, (i) => `party(on: "${2000 + i}-01-01") { slug }`)} } }`,
  ),
  operation(
    'sixty fragments in one selection set',
    [200, null],
    `{ actor(slug: "hamas") { ${times(60, (i) => `...F${i}`)} } } ${times(60, (i) => `fragment F${i} on Actor { slug name kind }`)}`,
  ),
  operation('fragments doubled sixteen times', [400, 'TOO_MANY_ALIASES'], doubling(16)),
  operation('fragments doubled twenty-two times', DEEP, doubling(22)),
  operation('fragments spread twice, sixteen times over', [200, null], spreading(16)),
  operation('fragments spread twice, twenty-two times over', [400, 'TOO_COSTLY'], spreading(22)),
  operation(
    'a cycle of fragments',
    INVALID,
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ),
  operation(
    'a fragment that spreads itself',
    INVALID,
    '{ actor(slug: "hamas") { ...A } } fragment A on Actor { party(on: "2007-02-27") { ...A } }',
  ),
  operation('objects nested thirty times', DEEP, within(30)),
  operation('objects nested five hundred times', TOKENS, within(500)),
  operation('objects nested ten thousand times', TOKENS, within(10_000)),
  operation('a hundred thousand braces', TOKENS, '{a'.repeat(50_000)),
  operation('nine hundred braces', PARSE, '{a'.repeat(450)),
  operation(
    'a list value nested four hundred times',
    INVALID,
    `{ nodes(ids: ${'['.repeat(400)}${']'.repeat(400)}) { id } }`,
  ),
  operation(
    'a list value nested twenty thousand times',
    TOKENS,
    `{ nodes(ids: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { id } }`,
  ),
  operation(
    'a type nested five thousand times',
    TOKENS,
    `query ($v: ${'['.repeat(5000)}Int${']'.repeat(5000)}) { __typename }`,
  ),
  operation(
    'an input object nested a hundred times',
    INVALID,
    `{ positions(filter: ${'{ filter: '.repeat(100)}{}${' }'.repeat(100)}) { totalCount } }`,
  ),
  operation(
    'five thousand directives',
    TOKENS,
    `{ __typename ${'@skip(if: false) '.repeat(5000)} }`,
  ),
  operation(
    'a hundred directives',
    [400, 'TOO_MANY_DIRECTIVES'],
    `{ __typename ${'@skip(if: false) '.repeat(100)} }`,
  ),
  operation(
    'a hundred unknown directives',
    [400, 'TOO_MANY_DIRECTIVES'],
    `{ actors { ${'totalCount @a '.repeat(100)} } }`,
  ),
  operation(
    'types of types of types',
    INVALID,
    `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`,
  ),
  operation(
    'types of types in fragments',
    INVALID,
    `{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { ...C } } } fragment C on __Type { fields { type { name } } }`,
  ),
  operation(
    'fifty introspections',
    [400, 'TOO_COSTLY'],
    `{ ${times(50, (i) => `a${i}: __schema { types { ...A } }`)} } fragment A on __Type { fields { type { fields { name description type { name } args { name description } } } } }`,
  ),
  operation(
    'one introspection',
    [200, null],
    getIntrospectionQuery({ inputValueDeprecation: true }),
  ),
  operation(
    'lists of lists of lists',
    [400, 'TOO_COSTLY'],
    `{ ${'positions { nodes { holder { '.repeat(6)}slug${' } } }'.repeat(6)} }`,
  ),
  operation(
    'property names of every JavaScript object',
    INVALID,
    '{ constructor __proto__ toString hasOwnProperty }',
  ),
  operation(
    'arguments named like properties of every JavaScript object',
    INVALID,
    '{ actors(constructor: 1, __proto__: 2) { totalCount } }',
  ),
  operation('a field name of almost a megabyte', INVALID, `{ ${'x'.repeat(900_000)} }`),
  operation(
    'a long operation name with forty undefined variables',
    INVALID,
    `query ${'x'.repeat(500_000)} { ${times(40, (i) => `a${i}: actor(slug: $a${i}) { slug }`)} }`,
  ),
  operation(
    'a comment of almost a megabyte',
    [200, null],
    `{ __typename } # ${'x'.repeat(900_000)}`,
  ),
  operation('@defer', INVALID, '{ ... @defer { __typename } }'),
  operation('a mutation', [400, 'OPERATION_NOT_SUPPORTED'], 'mutation { __typename }'),
  operation('a subscription', [400, 'OPERATION_NOT_SUPPORTED'], 'subscription { __typename }'),
  operation(
    'errors next to pending fields',
    [200, 'BAD_INPUT'],
    '{ comparison(actors: ["united-states", "russia", "hamas"]) { rows { cells { latest { summary } positions(first: -1) { totalCount } } } } }',
  ),
  operation('no operation', [400, 'OPERATION_RESOLUTION_FAILURE'], 'fragment A on Actor { slug }'),
  operation('a type definition', [400, 'OPERATION_RESOLUTION_FAILURE'], 'type Query { a: Int }'),
];

const VALUES: readonly Attack[] = [
  operation('2^31', BAD, PAGE, { v: 2 ** 31 }),
  operation('2^31, written', INVALID, '{ positions(first: 2147483648) { nodes { id } } }'),
  operation('a page of minus one', [200, 'BAD_INPUT'], PAGE, { v: -1 }),
  operation('a page of zero', [200, null, { positions: { nodes: [] } }], PAGE, { v: 0 }),
  operation('a page of a billion', [200, 'BAD_INPUT'], PAGE, { v: 1e9 }),
  operation(
    'a page of a billion hits',
    [200, 'BAD_INPUT'],
    '{ search(query: "a", first: 1000000000) { totalCount } }',
  ),
  operation('a page of one and a half', BAD, PAGE, { v: 1.5 }),
  operation('the 30th of February', BAD, DAY, { v: '2026-02-30' }),
  operation(
    'the 30th of February, written',
    BAD,
    '{ positions(filter: { statedTo: "2026-02-30" }) { totalCount } }',
  ),
  operation('a day in the year 100000', BAD, DAY, { v: '+100000-01-01' }),
  operation(
    'a future revision',
    [200, 'UNKNOWN_REVISION'],
    '{ comparison(actors: ["hamas"], revision: 2147483647) { revision } }',
  ),
  operation('a forged cursor', [200, 'BAD_CURSOR'], AFTER, { v: base64url('row:999999999') }),
  operation('a cursor of another list', [200, 'BAD_CURSOR'], AFTER, { v: base64url('hit:3') }),
  operation('a cursor cut short', [200, 'BAD_CURSOR'], AFTER, {
    v: base64url('row:12').slice(0, 5),
  }),
  operation('SQL in a cursor', [200, 'BAD_CURSOR'], AFTER, {
    v: base64url("row:1'; DROP TABLE position; --"),
  }),
  operation('a cursor of almost a megabyte', [400, 'STRING_TOO_LONG'], AFTER, {
    v: 'A'.repeat(900_000),
  }),
  operation('an ID of a missing node', [200, null, { node: null }], NODE, {
    v: Buffer.from('Position:x').toString('base64'),
  }),
  operation('an ID with a huge number', [200, null, { node: null }], NODE, {
    v: Buffer.from(`Revision:${'9'.repeat(400)}`).toString('base64'),
  }),
  operation('an ID cut short', [200, 'BAD_INPUT'], NODE, { v: HAMAS.slice(0, 7) }),
  operation('an ID of no type', [200, 'BAD_INPUT'], NODE, {
    v: Buffer.from('__proto__:x').toString('base64'),
  }),
  operation(
    'an ID of another type',
    [200, 'BAD_INPUT'],
    'query ($v: ID!) { position(id: $v) { id } }',
    {
      v: HAMAS,
    },
  ),
  operation('SQL in a name', [200, 'UNKNOWN_ACTOR'], SLUG, { v: "'; DROP TABLE position; --" }),
  operation('SQL in a search', [200, null], SEARCH, { v: "'; DROP TABLE position; --" }),
  ...['%', '_', '\\', '%ama%', '\\%'].map((v) =>
    operation(`${v} in a filter`, [200, null, { actors: { totalCount: 0 } }], NAMED, { v }),
  ),
  ...['%', '_', '\\'].map((v) =>
    operation(`${v} in a search`, [200, null, { search: { totalCount: 0 } }], SEARCH, { v }),
  ),
  ...[
    'a & ',
    '!',
    'a <-> ',
    ':*',
    "'a' |",
    '((((',
    '"',
    '"a" or '.repeat(60),
    '😀'.repeat(300),
    '\u202e',
  ].map((v) => operation(`${v.slice(0, 12)} in a search`, [200, null], SEARCH, { v })),
  operation('a NUL', BAD, SLUG, { v: 'a\0b' }),
  operation('a NUL, written', BAD, '{ actor(slug: "a\\u0000b") { slug } }'),
  operation('a NUL in a search', BAD, SEARCH, { v: '\0' }),
  operation('a NUL in a cursor', BAD, AFTER, { v: '\0' }),
  operation('a NUL within an ID', [200, 'BAD_INPUT'], NODE, {
    v: Buffer.from('Position:a\0b').toString('base64'),
  }),
  operation('a lone surrogate', BAD, SLUG, { v: '\ud800' }),
  operation('a lone surrogate in a search', BAD, SEARCH, { v: 'Mecca \udc00' }),
  operation('a lone surrogate, written', PARSE, '{ actor(slug: "\\ud800") { slug } }'),
  operation('forty thousand items', LONG, SLUGS, {
    v: Array.from({ length: 40_000 }, () => 'hamas'),
  }),
  operation(
    'forty thousand items, written',
    TOKENS,
    `{ positions(actors: [${'"hamas" '.repeat(40_000)}]) { totalCount } }`,
  ),
  operation(
    'forty thousand items within an input',
    LONG,
    'query ($v: PositionFilter) { positions(filter: $v) { totalCount } }',
    { v: { channels: Array.from({ length: 40_000 }, () => 'PUBLIC') } },
  ),
  operation(
    'a thousand fields of an input',
    BAD,
    'query ($v: PositionFilter) { positions(filter: $v) { totalCount } }',
    { v: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x${i}`, i])) },
  ),
  operation(
    'an input object nested a hundred times, in a variable',
    DEEP,
    'query ($v: PositionFilter) { positions(filter: $v) { totalCount } }',
    JSON.parse(`{"v":${'{"filter":'.repeat(100)}1${'}'.repeat(101)}`),
  ),
  operation('a text of almost a megabyte', [400, 'STRING_TOO_LONG'], SLUG, {
    v: 'x'.repeat(900_000),
  }),
  operation(
    'fifty references of five thousand letters',
    [200, 'UNKNOWN_DOCUMENT'],
    `query ($v: String!) { ${times(50, (i) => `a${i}: document(reference: $v) { reference }`)} }`,
    { v: 'moscow'.repeat(833) },
  ),
  operation(
    'a reference of almost a megabyte in the operation',
    [400, 'STRING_TOO_LONG'],
    `{ document(reference: "${'moscow'.repeat(150_000)}") { reference } }`,
  ),
  operation('a name of almost a megabyte', [400, 'STRING_TOO_LONG'], NAMED, {
    v: 'meshaal '.repeat(100_000),
  }),
  send(
    'variables nested two hundred thousand times',
    DEEP,
    `{"query":"{ __typename }","variables":{"v":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
  ),
  send(
    'extensions nested two hundred thousand times',
    [200, null],
    `{"query":"{ __typename }","extensions":{"v":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
  ),
  send(
    'the prototype of variables',
    [200, 'UNKNOWN_ACTOR'],
    `{"query":"query ($v: String = \\"nobody\\") { actor(slug: $v) { slug } }","variables":{"__proto__":{"v":"hamas"},"constructor":{"prototype":{"v":"hamas"}}}}`,
  ),
  send(
    'the prototype of an input',
    BAD,
    `{"query":"query ($v: PositionFilter) { positions(filter: $v) { totalCount } }","variables":{"v":{"__proto__":{"maxRetellings":1}}}}`,
  ),
];

/** All hostile requests. */
export const ATTACKS: readonly Attack[] = [...WRITTEN, ...VALUES, ...REQUESTS];
