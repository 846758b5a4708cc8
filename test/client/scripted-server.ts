/** An HTTP server that follows a script and records the requests it receives. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A response of the script. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Anything but a string is sent as JSON. */
  readonly body?: unknown;
}

/** Outcome of a request: a reply, no reply, half a reply, or a closed connection. */
export type Scene = Reply | 'silence' | 'half' | 'cut';

/** A request that the server received. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Time of receipt, as of `Date.now`. */
  readonly at: number;
}

/** Plays one scene per request, repeating the last one, until the test ends. */
export async function scripted(...scenes: readonly [Scene, ...Scene[]]) {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, headers, body: await text(request), at: Date.now() });
      play(scenes[requests.length - 1] ?? scenes.at(-1) ?? 'cut', response);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, requests };
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
