import { once } from 'node:events';
import { connect } from 'node:net';
import type { EmbeddedDatabase } from './restart-on-failure.ts';
import { readSocketNote, SOCKET } from './socket-file.ts';

/**
 * The embedded database that a running server shares, if there is one: commands work through it,
 * since no second process may open its folder. It stays the server's, and is not stopped from here.
 */
export async function joinEmbedded(dataFolder: string): Promise<EmbeddedDatabase | null> {
  const socketFolder = readSocketNote(dataFolder);
  if (socketFolder === null) return null;
  const socket = connect(`${socketFolder}/${SOCKET}`);
  try {
    await once(socket, 'connect');
    return {
      socketFolder,
      ready: Promise.resolve(),
      gone: () => null,
      stop: () => Promise.resolve(),
    };
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}
