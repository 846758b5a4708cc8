import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port that nobody listened on a moment ago, below those that the system gives to connections: one of
 * these would be taken by another test's connection now and then.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 20_000);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  if (!isFree) return freePort();
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
