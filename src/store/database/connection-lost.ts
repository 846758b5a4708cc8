/**
 * SQLSTATE and errno codes and messages, of the driver and of Prisma, for a database that cannot be
 * reached. They depend on when the connection was lost and on who noticed first.
 */
const CONNECTION_LOST =
  /Connection terminated|terminating connection|57P0[123]|the database system is (?:starting|shutting|in recovery)|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|server has closed the connection|Can't reach database server|(?:connect|getaddrinfo) E[A-Z]+|not queryable|Query read timeout|timeout exceeded when trying to connect|too many clients already/i;

/** Whether an error, or one of its causes, means that the database cannot be reached: a retry may succeed. */
export function isConnectionLost(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current ? String(current.code) : '';
    if (CONNECTION_LOST.test(`${code} ${current.message}`)) return true;
  }
  return false;
}
