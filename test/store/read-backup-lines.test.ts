import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBackupLines } from '#src/store/backup/read-backup-lines.ts';

describe('the lines of a backup', () => {
  let file = '';
  beforeAll(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'demarche-lines-')), 'backup.gz');
  });

  async function readBack(texts: readonly string[]): Promise<readonly unknown[]> {
    const lines = texts.map((text) => `${JSON.stringify({ text })}\n`);
    await writeFile(file, gzipSync(lines.join('')));
    return Array.fromAsync(readBackupLines(file));
  }

  it('are read as they were written, whatever characters a text has', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u2028', '\u2029', '\r', '\n', '\u0085'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (texts) => {
        expect(await readBack(texts)).toEqual(texts.map((each) => ({ text: each })));
      }),
    );
  });

  it('may be longer than what is unzipped at once', async () => {
    const long = '\u2028€🌊'.repeat(300_000);

    expect(await readBack([long, '', long])).toEqual([long, '', long].map((text) => ({ text })));
  });
});
