/** An HTTP server that answers by a script, and remembers what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is no string is sent as JSON. */
  readonly body?: unknown;
}

/** What comes of a request: a reply, no reply at all, half of one, or a connection that is cut. */
export type Scene = Reply | 'silence' | 'half' | 'cut';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds, by the clock of `Date.now`. */
  readonly at: number;
}

/** Plays one scene for each request, the last one again and again, until the test is over. */
export async function scripted(...scenes: readonly [Scene, ...Scene[]]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, headers, body: await text(request), at: Date.now() });
      play(scenes[asked.length - 1] ?? scenes.at(-1) ?? 'cut', response);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, asked };
}

function play(scene: Scene, response: ServerResponse): void {
  if (scene === 'silence') return;
  if (scene === 'cut') {
    response.destroy();
  } else if (scene === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":', () => response.destroy());
  } else {
    const { status = 200, headers, body = '' } = scene;
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }
}
