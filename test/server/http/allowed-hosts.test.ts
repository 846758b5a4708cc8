import { request } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

describe('the Host header', () => {
  const corpus = useCorpus();

  const servers = new Map<string, Promise<TestServer>>();
  afterAll(async () => {
    await Promise.all([...servers.values()].map(async (server) => (await server).stop()));
  });

  /** Status and body of a request with this header, to a server with these settings. */
  async function send(environment: Record<string, string>, host: string, path: string) {
    const key = JSON.stringify(environment);
    const starting =
      servers.get(key) ?? startTestServer(() => Promise.resolve(corpus.store), environment);
    servers.set(key, starting);
    const { port } = new URL((await starting).url);
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = { host: host.replace('PORT', port) };
      request(
        { hostname: '127.0.0.1', port, path, headers, agent: false, setHost: false },
        (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        },
      )
        .on('error', reject)
        .end();
    });
  }

  const QUERY = '/graphql?query={__typename}';
  const PRODUCTION = { NODE_ENV: 'production' };

  it.each([
    [{}, 'localhost'],
    [{}, 'LOCALHOST:PORT'],
    [{}, '127.0.0.1:PORT'],
    [{}, '[::1]:PORT'],
    [{ DEMARCHE_PUBLIC_URL: 'https://corpus.example.org/x' }, 'corpus.example.org'],
    [{ DEMARCHE_ALLOWED_HOSTS: 'a.example, b.example' }, 'b.example:8080'],
    [{ DEMARCHE_ALLOWED_HOSTS: '*' }, 'any.example'],
    [{ HOST: '0.0.0.0' }, 'any.example'],
  ])('is accepted with %o: %s', async (environment, host) => {
    const { status, body } = await send(environment, host, QUERY);

    expect(status).toBe(200);
    expect(body).toBe('{"data":{"__typename":"Query"}}');
  });

  it.each([
    [{}, 'evil.example', 421],
    [{}, 'localhost.evil.example', 421],
    [{ DEMARCHE_ALLOWED_HOSTS: 'a.example' }, 'b.example', 421],
    [{ HOST: '0.0.0.0', DEMARCHE_ALLOWED_HOSTS: 'a.example' }, 'b.example', 421],
    [{}, 'a b', 400],
    [{ HOST: '0.0.0.0' }, 'a b', 400],
    [{ DEMARCHE_ALLOWED_HOSTS: '*' }, 'user@localhost', 400],
    [{ DEMARCHE_ALLOWED_HOSTS: '*' }, 'localhost/../x', 400],
    [{}, '', 400],
  ])('is rejected with %o: %s', async (environment, host, expected) => {
    for (const path of [QUERY, '/', '/graphql?documentId=x']) {
      const { status, body } = await send({ ...PRODUCTION, ...environment }, host, path);

      expect(status).toBe(expected);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
      expect(body).not.toMatch(/node_modules|\.ts|    at /);
    }
  });

  it('may be anything in a health check', async () => {
    expect(await send({}, '10.1.2.3:4000', '/ready')).toMatchObject({ status: 200 });
  });
});
