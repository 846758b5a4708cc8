/** Peer: Mercurius with its JIT and loaders, each one statement for all that a page needs. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { Pool, types } from 'pg';

// Days as they are written.
types.setTypeParser(types.builtins.DATE, (day: string) => day);
const pool = new Pool({ connectionString: process.env['DATABASE_URL'] ?? '', max: 8 });

const schema = `
  type Query {
    listPositions(actor: String!, condition: String!, from: String!, to: String!, size: Int!): [Position!]!
    firstPositions(from: String!, size: Int!): [Position!]!
  }
  type Position {
    statedOn: String!
    stance: String!
    holder: Actor!
    party: Actor!
    condition: Condition!
    document: Document!
    evidence: [Evidence!]!
  }
  type Actor { slug: String! name: String! }
  type Condition { code: String! }
  type Document { reference: String! kind: String! title: String }
  type Evidence { exact: String! start: Int! end: Int! }
`;

interface Position {
  readonly id: number;
  readonly holder_id: number;
  readonly condition_id: number;
  readonly document_id: number;
}

const COLUMNS = `position.id, position.stated_on AS "statedOn", stance, holder_id,
  position.condition_id, document_id`;

async function select<Row extends object>(
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name, text, values: [...values] });
  return rows;
}

const resolvers = {
  Query: {
    listPositions: (_root: unknown, args: Record<string, unknown>) =>
      select<Position>(
        'list',
        `SELECT ${COLUMNS} FROM bench.held JOIN position ON position.id = position_id
         WHERE actor_id = (SELECT id FROM actor WHERE slug = $1)
           AND held.condition_id = (SELECT id FROM condition WHERE code = $2)
           AND held.stated_on BETWEEN $3 AND $4
         ORDER BY held.stated_on, position_id LIMIT $5`,
        [args['actor'], args['condition'], args['from'], args['to'], args['size']],
      ),
    firstPositions: (_root: unknown, args: Record<string, unknown>) =>
      select<Position>(
        'first',
        `SELECT ${COLUMNS} FROM position WHERE until_revision IS NULL AND stated_on >= $1
         ORDER BY stated_on, id LIMIT $2`,
        [args['from'], args['size']],
      ),
  },
};

type Queries = readonly { readonly obj: Position }[];

/** A loader of the one row that each position points to. */
function one(name: string, text: string, keyOf: (position: Position) => number) {
  return async (queries: Queries) => {
    const ids = [...new Set(queries.map(({ obj }) => keyOf(obj)))];
    const rows = new Map(
      (await select<{ key: number }>(name, text, [ids])).map((row) => [row.key, row]),
    );
    return queries.map(({ obj }) => rows.get(keyOf(obj)));
  };
}

const loaders = {
  Position: {
    holder: one(
      'holder',
      'SELECT id AS key, slug, name FROM actor WHERE id = ANY ($1)',
      (position) => position.holder_id,
    ),
    party: one(
      'party',
      `SELECT position_id AS key, slug, name FROM bench.fact JOIN actor ON actor.id = party_id
       WHERE position_id = ANY ($1)`,
      (position) => position.id,
    ),
    condition: one(
      'condition',
      'SELECT id AS key, code FROM condition WHERE id = ANY ($1)',
      (position) => position.condition_id,
    ),
    document: one(
      'document',
      'SELECT id AS key, reference, kind, title FROM document WHERE id = ANY ($1)',
      (position) => position.document_id,
    ),
    evidence: async (queries: Queries) => {
      const rows = await select<{ key: number }>(
        'evidence',
        `SELECT position_id AS key, exact, start, "end" FROM evidence
         WHERE position_id = ANY ($1) ORDER BY position_id, "order"`,
        [queries.map(({ obj }) => obj.id)],
      );
      const found = Map.groupBy(rows, ({ key }) => key);
      return queries.map(({ obj }) => found.get(obj.id) ?? []);
    },
  },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
