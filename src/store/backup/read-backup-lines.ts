import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { Failure } from '#src/domain/failure.ts';
import type { BackupLine } from './backup-format.ts';

/**
 * Unzips and parses a backup line by line. Only syntax is checked: every line is a JSON object.
 * Throws `BAD_INPUT` if the file is missing, a folder, truncated or not a backup.
 */
export async function* readBackupLines(file: string): AsyncGenerator<BackupLine> {
  const input = createReadStream(file);
  const unzipped = createGunzip();
  input.on('error', (error) => unzipped.destroy(error));
  // A damaged file may emit a second error after the first, which the loop below has thrown already.
  unzipped.on('error', () => {});
  try {
    for await (const line of splitLines(input.pipe(unzipped))) {
      const parsed = JSON.parse(line) as BackupLine | null;
      if (parsed === null || typeof parsed !== 'object') throw notABackup(file);
      yield parsed;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new Failure('BAD_INPUT', `File not found: ${file}`);
    if (code === 'EISDIR')
      throw new Failure('BAD_INPUT', `${file} is a folder, not a backup file.`);
    if (code === 'Z_BUF_ERROR') throw truncated(file);
    if (error instanceof SyntaxError || code.startsWith('Z_')) throw notABackup(file);
    throw error;
  } finally {
    input.destroy();
    unzipped.destroy();
  }
}

/**
 * Splits at line feeds alone: `node:readline` also splits at U+2028 and U+2029, which JSON has within
 * strings.
 */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    parts.push(first);
    for (const other of others) {
      yield parts.join('');
      parts = [other];
    }
  }
  const last = parts.join('') + decoder.end();
  if (last !== '') yield last;
}

/** The failure for a file that is damaged, or of another kind. */
export function notABackup(file: string): Failure {
  return new Failure(
    'BAD_INPUT',
    `${file} is not a Démarche backup, or it is damaged. Nothing was restored. Use another file written by: demarche backup <file>`,
  );
}

/** The failure for a file that ends too early. */
export function truncated(file: string): Failure {
  return new Failure(
    'BAD_INPUT',
    `${file} is truncated. Nothing was restored. Use another backup.`,
  );
}
