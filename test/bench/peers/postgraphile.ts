/** Peer: PostGraphile over the same tables, as its documentation starts it in production. */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const port = Number(process.env['PORT']);
const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env['DATABASE_URL'] ?? '',
      schemas: ['public', 'bench'],
      poolConfig: { max: 8 },
    }),
  ],
  // Lists as they are, since nobody here asks for cursors.
  schema: { defaultBehavior: '-connection +list' },
  grafserv: { port, host: '127.0.0.1', graphqlPath: '/graphql', graphiql: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(port, '127.0.0.1');
