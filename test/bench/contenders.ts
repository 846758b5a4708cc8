/** Who answers: how each is started, how it is asked, and what its answer says. */
import type { Question } from './workloads.ts';

export interface Contender {
  readonly name: string;
  /** What Node runs, from the root of the project. */
  readonly program: readonly string[];
  readonly path: string;
  readonly answers: 'both' | 'comparisons' | 'lists';
  /** The JSON body that puts a question. */
  readonly ask: (question: Question) => object;
  /** The figures or positions of an answer, in the form that all have in common. */
  readonly read: (answer: unknown, question: Question) => unknown;
}

/** Of an answer; that all are equal proves its shape. */
type Json = Readonly<Record<string, unknown>>;

const PAGE = 20;
const LEVELS = ['upholds', 'qualifies', 'noncommittal', 'resists', 'rejects'];
const POSITION_FIELDS = 'holder { slug name } condition { code } document { reference kind title }';

/** Cells with positions, by party and condition; a peer may leave the empty ones out. */
function cells(rows: readonly Json[]): unknown {
  const lines = rows
    .filter((row) => row['count'] !== 0)
    .map((row) => [
      `${String(row['party'])} ${String(row['condition'])}`,
      row['count'],
      row['documentCount'] ?? row['document_count'],
      ...LEVELS.map((level) => row[level]),
      row['median'],
      row['mean'],
    ]);
  return lines.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Json | null)?.[key], value);
}

function list(value: unknown, ...path: readonly (string | number)[]): readonly Json[] {
  const found = pick(value, ...path);
  if (!Array.isArray(found)) throw new Error(`No list: ${JSON.stringify(value).slice(0, 500)}`);
  return found as readonly Json[];
}

const demarche: Contender = {
  name: 'Démarche',
  program: ['src/cli/main.ts', 'serve'],
  path: '/graphql',
  answers: 'both',
  ask: (question) =>
    question.kind === 'comparison'
      ? {
          query: `query ($parties: [String!]!, $filter: PositionFilter) {
            comparison(actors: $parties, filter: $filter) { rows { actor { slug } cells {
              condition { code } count documentCount distribution { count } median mean } } } }`,
          variables: { parties: question.parties, filter: question.filter },
        }
      : {
          query: `query ($actors: [String!], $conditions: [String!], $filter: PositionFilter) {
            positions(actors: $actors, conditions: $conditions, filter: $filter, first: ${PAGE}) {
              edges { node { statedOn stance party { slug name } ${POSITION_FIELDS}
                evidence { exact start end } } } } }`,
          variables:
            question.kind === 'list'
              ? {
                  actors: [question.actor],
                  conditions: [question.condition],
                  filter: { statedFrom: question.from, statedTo: question.to },
                }
              : { filter: { statedFrom: question.from } },
        },
  read: (answer, question) =>
    question.kind === 'comparison'
      ? cells(
          list(answer, 'data', 'comparison', 'rows').flatMap((row) =>
            list(row, 'cells').map((cell) => ({
              ...cell,
              party: pick(row, 'actor', 'slug'),
              condition: pick(cell, 'condition', 'code'),
              ...Object.fromEntries(
                LEVELS.map((level, i) => [level, pick(cell, 'distribution', i, 'count')]),
              ),
            })),
          ),
        )
      : list(answer, 'data', 'positions', 'edges').map(({ node }) => node),
};

const postgraphile: Contender = {
  name: 'PostGraphile 5',
  program: ['test/bench/peers/postgraphile.ts'],
  path: '/graphql',
  answers: 'both',
  ask: (question) => {
    if (question.kind === 'comparison') {
      return {
        query: `query ($parties: [String], $statedFrom: Date, $statedTo: Date, $channels: [Channel],
            $maxRetellings: Int, $wordings: [Wording], $documentKinds: [DocumentKind],
            $releases: [Release], $reportedBy: [String]) {
          cells: benchCompareList(parties: $parties, statedFrom: $statedFrom, statedTo: $statedTo,
            channels: $channels, maxRetellings: $maxRetellings, wordings: $wordings,
            documentKinds: $documentKinds, releases: $releases, reportedBy: $reportedBy) {
            party condition count documentCount upholds qualifies noncommittal resists rejects median mean
          } }`,
        variables: { parties: question.parties, ...question.filter },
      };
    }
    const fields = `statedOn stance holder: actorByHolderId { slug name }
      fact: benchFactByPositionId { party: actorByPartyId { slug name } }
      condition: conditionByConditionId { code }
      document: documentByDocumentId { reference kind title }
      evidence: evidencesByPositionIdList { exact start end }`;
    return question.kind === 'list'
      ? {
          query: `query ($actor: String!, $condition: String!, $from: Date!, $to: Date!) {
            positions: benchListPositionsList(actorSlug: $actor, conditionCode: $condition,
              statedFrom: $from, statedTo: $to, size: ${PAGE}) { ${fields} } }`,
          variables: {
            actor: question.actor,
            condition: question.condition,
            from: question.from,
            to: question.to,
          },
        }
      : {
          query: `query ($from: Date!) {
            positions: benchFirstPositionsList(statedFrom: $from, size: ${PAGE}) { ${fields} } }`,
          variables: { from: question.from },
        };
  },
  read: (answer, question) =>
    question.kind === 'comparison'
      ? cells(list(answer, 'data', 'cells'))
      : list(answer, 'data', 'positions').map(({ fact, ...position }) => ({
          ...position,
          party: pick(fact, 'party'),
        })),
};

const mercurius: Contender = {
  name: 'Mercurius',
  program: ['test/bench/peers/mercurius.ts'],
  path: '/graphql',
  answers: 'lists',
  ask: (question) => {
    const fields = `statedOn stance party { slug name } ${POSITION_FIELDS} evidence { exact start end }`;
    const { kind, ...variables } = question;
    return kind === 'list'
      ? {
          query: `query ($actor: String!, $condition: String!, $from: String!, $to: String!) {
            positions: listPositions(actor: $actor, condition: $condition, from: $from, to: $to,
              size: ${PAGE}) { ${fields} } }`,
          variables,
        }
      : {
          query: `query ($from: String!) {
            positions: firstPositions(from: $from, size: ${PAGE}) { ${fields} } }`,
          variables,
        };
  },
  read: (answer) => list(answer, 'data', 'positions'),
};

const plain = (name: string, program: string): Contender => ({
  name,
  program: [program],
  path: '/',
  answers: 'comparisons',
  ask: (question) => question,
  read: (answer) => cells(list(answer)),
});

export const CONTENDERS: readonly Contender[] = [
  demarche,
  plain('GROUP BY, plain driver', 'test/bench/peers/sql.ts'),
  postgraphile,
  mercurius,
  plain('loop over arrays (the limit)', 'test/bench/peers/arrays.ts'),
];

export function answersTo(contender: Contender, { kind }: Question): boolean {
  return (
    contender.answers === 'both' ||
    (kind === 'comparison') === (contender.answers === 'comparisons')
  );
}
