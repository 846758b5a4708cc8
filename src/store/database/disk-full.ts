import { reportsFullDisk } from '../embedded/disk-full.ts';

/** Whether an error, of PostgreSQL or of the file system, means that the disk or quota is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && reportsFullDisk(error.message);
}
