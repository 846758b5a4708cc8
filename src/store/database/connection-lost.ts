/**
 * What the driver and Prisma say when the server, or the embedded database, is out of reach: the
 * codes and words differ with the moment at which it went, and with who noticed first.
 */
const CONNECTION_LOST =
  /Connection terminated|terminating connection|57P0[123]|the database system is (?:starting|shutting|in recovery)|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|server has closed the connection|Can't reach database server|(?:connect|getaddrinfo) E[A-Z]+|not queryable|Query read timeout|timeout exceeded when trying to connect|too many clients already/i;

/** Whether an error, or what caused it, is that the database cannot be reached: it may return. */
export function isConnectionLost(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? String(at.code) : '';
    if (CONNECTION_LOST.test(`${code} ${at.message}`)) return true;
  }
  return false;
}
