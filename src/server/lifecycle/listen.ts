import type { Server } from 'node:http';
import { Failure } from '#src/domain/failure.ts';

/** Binds the port. Fails with `PORT_IN_USE`, or with `BAD_INPUT` for an address this machine does not have. */
export function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Failure(
              'PORT_IN_USE',
              `Port ${port} on ${host} is in use. Stop the process that uses it, or set PORT to another port.`,
            )
          : error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EACCES'
            ? new Failure(
                'BAD_INPUT',
                `Cannot listen on ${host}:${port} (${error.code}). Set HOST and PORT to an address of this machine.`,
              )
            : error,
      );
    });
    server.listen(port, host, resolve);
  });
}
