import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { manyCables } from '#test/app/import/cables.ts';
import { articlePage, writeFiles } from '#test/app/import/quay-corpus.ts';
import { runCli, startCli } from '#test/support/cli.ts';

const COMMANDS = [
  'serve',
  'import',
  'parse',
  'check',
  'backup',
  'restore',
  'schema',
  'operations',
  'compare',
  'positions',
  'network',
];

describe('the command line', () => {
  it('has help for itself and every command', async () => {
    const [all, ...each] = await Promise.all([
      runCli(['--help']),
      ...COMMANDS.map((command) => runCli([command, '--help'])),
    ]);

    expect(all?.code).toBe(0);
    for (const [i, { code, stdout, stderr }] of each.entries()) {
      expect(all?.stdout).toContain(`  ${COMMANDS[i]} `);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^Usage: demarche ${COMMANDS[i]} `));
    }
  });

  it('lists persisted operations by the hash of their printed text', async () => {
    const source = await readFile('schema/operations/search.graphql', 'utf8');
    const printed = print(parse(source));
    const hash = createHash('sha256').update(printed).digest('hex');

    const { stdout } = await runCli(['operations']);

    expect(stdout).toContain(
      `sha256:${hash}  Search: Actors, documents, passages and positions that match a query, best match first.`,
    );
    const files = await readdir('schema/operations', { recursive: true });
    expect(stdout.trim().split('\n')).toHaveLength(
      files.filter((name) => name.endsWith('.graphql')).length,
    );
  });

  it.each([
    [['imprt', 'x'], /unknown command 'imprt'\n\(Did you mean import\?\)/],
    [['import'], /missing required argument 'path'/],
    [['restore'], /missing required argument 'file'/],
    [['backup', 'a', 'b'], /too many arguments/],
    [['import', '--dryrun', 'x'], /unknown option '--dryrun'.*\n?.*--dry-run/],
  ])('rejects %j and points to --help', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain('--help');
  });
});

describe('demarche parse --json', () => {
  it('prints an object per line with the documented fields', async () => {
    const folder = await writeFiles({
      ...manyCables(1),
      'article.txt': articlePage(),
      'blank.txt': '\n',
      'coding.yaml': 'not: read',
    });

    const { code, stdout, stderr } = await runCli(['parse', folder, '--json']);

    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(stderr).toMatch(/^skipped .*blank\.txt: The file contains only white space/);
    expect(documents.map(({ reference }) => reference)).toEqual([
      '07LAPAZ1',
      '2009-03-01-northern-quay-shut-for-now',
    ]);
    for (const document of documents) {
      expect(Object.keys(document)).toEqual([
        'path',
        'format',
        'reference',
        'kind',
        'title',
        'createdAt',
        'classification',
        'caseNumber',
        'origin',
        'addressees',
        'tags',
        'references',
        'passages',
        'textLength',
        'warnings',
      ]);
    }
    expect(documents[0]).toMatchObject({
      path: join(folder, '000001.txt'),
      format: 'cable',
      kind: 'CABLE',
      createdAt: '2007-03-15T11:30Z',
      classification: 'CONFIDENTIAL',
      passages: [{ number: 1, marking: 'C', start: expect.any(Number), end: expect.any(Number) }],
    });
  });

  it('parses readable files and exits with 1 if a path is missing', async () => {
    const folder = await writeFiles(manyCables(1));

    const { code, stdout, stderr } = await runCli(['parse', '--json', folder, '/nowhere/at/all']);

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ reference: '07LAPAZ1' });
    expect(stderr).toMatch(/^\/nowhere\/at\/all: There is no such file or folder\.\n/);
  });

  it('exits with 0 when its reader closes the pipe', async () => {
    const folder = await writeFiles(manyCables(400));
    const child = startCli(['parse', '--json', folder]);
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));

    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = await once(child, 'exit');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
