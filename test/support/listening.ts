import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when a server of the command line says that it answers; fails if it ends instead. */
export function saysAnswers(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('close', () => reject(new Error('the server ended')));
    server.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      if (chunk.includes('listening at')) resolve();
    });
  });
}
