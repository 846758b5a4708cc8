import { once } from 'node:events';
import { connect } from 'node:net';
import type { EmbeddedDatabase } from './restart-on-failure.ts';
import { readSocketFile, SOCKET } from './socket-file.ts';

/**
 * Connects to the embedded database that another process shares, since only one process may open its
 * folder. Returns null if there is none. `stop` leaves it running.
 */
export async function joinEmbedded(dataFolder: string): Promise<EmbeddedDatabase | null> {
  const socketFolder = readSocketFile(dataFolder);
  if (socketFolder === null) return null;
  const socket = connect(`${socketFolder}/${SOCKET}`);
  try {
    await once(socket, 'connect');
    return {
      socketFolder,
      ready: Promise.resolve(),
      unavailableReason: () => null,
      stop: () => Promise.resolve(),
    };
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}
