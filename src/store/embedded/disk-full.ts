/** SQLSTATE, errno names and messages for a full disk, by PostgreSQL, PGlite and Node. */
const DISK_FULL =
  /53100|ENOSPC|no space left|EDQUOT|quota exceeded|EFBIG|file too large|could not (extend|write)|FS error/i;

/** Whether an error message, of the engine or of the file system, reports a full disk or quota. */
export function reportsFullDisk(message: string): boolean {
  return DISK_FULL.test(message);
}
