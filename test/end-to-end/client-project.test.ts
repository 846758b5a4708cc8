import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, print, visit } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

/** Packages that the project installs besides the client. */
const PACKAGES = [
  '@graphql-codegen',
  '@graphql-typed-document-node',
  'gql.tada',
  'graphql',
  'typescript',
];

describe('a client project', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demarche-client-project-'));
    await cp('test/client-project', folder, { recursive: true });
    await mkdir(join(folder, 'node_modules'));
    for (const name of PACKAGES)
      await symlink(resolve('node_modules', name), join(folder, 'node_modules', name));
  });

  const bin = resolve('node_modules', '.bin');
  const forTada = [process.execPath, 'introspection.mjs'] as const;
  const byCodegen = [join(bin, 'graphql-codegen'), '--config', 'codegen.ts'] as const;

  /** Generates types and compiles; stops at the first step that fails. */
  async function compile(
    sdl: string,
    ...generators: readonly (typeof forTada | typeof byCodegen)[]
  ): Promise<Outcome> {
    await writeFile(join(folder, 'schema.graphql'), sdl);
    for (const [command, ...args] of [...generators, [join(bin, 'tsc'), '--noEmit'] as const]) {
      const outcome = await attempt(folder, command, ...args);
      if (outcome.code !== 0) return outcome;
    }
    return { code: 0, output: '' };
  }

  /** Packs a package and installs it in the project. */
  async function install(packed: string): Promise<void> {
    const demarche = join(folder, 'node_modules', 'demarche');
    await rm(demarche, { recursive: true, force: true });
    await mkdir(demarche);
    await run('.', 'npm', 'pack', '--silent', packed, '--pack-destination', folder);
    await run(folder, 'tar', '-xzf', 'demarche-0.1.0.tgz', '-C', demarche, '--strip-components=1');
  }

  // Packing the whole package, which comes first, builds the client.
  it.each([
    ['from the whole package', '.'],
    ['from the client package', './dist'],
  ])('runs the client %s without a build step', async (_what, packed) => {
    await install(packed);
    const script = `
      import { createClient } from 'demarche/client';
      import { MatrixDocument } from 'demarche/client/operations';
      const send = async (url) => new Response(JSON.stringify({ data: { url } }));
      const client = createClient({ url: 'http://example.org/graphql', fetch: send });
      const { data } = await client.ask(MatrixDocument, { actors: ['hamas'] });
      console.log(data.url);`;
    await writeFile(join(folder, 'ask.mjs'), script);

    const { code, output } = await attempt(folder, process.execPath, 'ask.mjs');

    expect({ code, output: decodeURIComponent(output) }).toEqual({
      code: 0,
      output: expect.stringMatching(
        /^http:\/\/example\.org\/graphql\?documentId=sha256:[0-9a-f]{64}&variables={"actors":\["hamas"\]}\n$/,
      ),
    });
  });

  it('compiles with the current schema', async () => {
    const outcome = await compile(await schema(), forTada, byCodegen);

    expect(outcome).toEqual({ code: 0, output: '' });
  });

  it('does not compile if the schema lacks a field of its operations', async () => {
    const { code, output } = await compile(
      without('median', 'ComparisonCell', await schema()),
      byCodegen,
    );

    expect(code).not.toBe(0);
    expect(output).toContain('Cannot query field "median" on type "ComparisonCell"');
  });

  it('does not compile if the schema lacks a field of a gql.tada query', async () => {
    const { code, output } = await compile(
      without('retellings', 'Position', await schema()),
      forTada,
    );

    expect(code).not.toBe(0);
    expect(output).toMatch(/src\/denials\.ts[^]+property 'retellings' are incompatible/);
  });
});

async function schema(): Promise<string> {
  return readFile('schema/schema.graphql', 'utf8');
}

/** The schema when a type has lost a field. */
function without(field: string, type: string, sdl: string): string {
  const edited = visit(parse(sdl), {
    ObjectTypeDefinition: (node) => (node.name.value === type ? undefined : false),
    FieldDefinition: ({ name }) => (name.value === field ? null : undefined),
  });
  return print(edited);
}

interface Outcome {
  readonly code: number;
  /** All that it wrote. */
  readonly output: string;
}

function attempt(cwd: string, command: string, ...args: readonly string[]): Promise<Outcome> {
  // Of a test run, the generator keeps its complaints to itself.
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' };
  return new Promise((done, fail) => {
    execFile(command, args, { cwd, env }, (error, stdout, stderr) => {
      if (error === null) done({ code: 0, output: stdout });
      else if (typeof error.code === 'number') done({ code: error.code, output: stdout + stderr });
      else fail(error);
    });
  });
}

async function run(cwd: string, command: string, ...args: readonly string[]): Promise<void> {
  const { code, output } = await attempt(cwd, command, ...args);
  if (code !== 0) throw new Error(output);
}
