import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, print, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Packages that the project would install beside the client. */
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
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const bin = resolve('node_modules', '.bin');
  const forTada = [process.execPath, 'introspection.mjs'] as const;
  const byCodegen = [join(bin, 'graphql-codegen'), '--config', 'codegen.ts'] as const;

  /** Generates the types and compiles; stops at the first step that fails. */
  async function compile(
    sdl: string,
    ...generators: readonly (typeof forTada | typeof byCodegen)[]
  ): Promise<Outcome> {
    await writeFile(join(folder, 'schema.graphql'), sdl);
    for (const [command, ...args] of [...generators, [join(bin, 'tsc'), '--noEmit'] as const]) {
      const outcome = await attempt(folder, command, ...args);
      if (outcome.code !== 0) return outcome;
    }
    return { code: 0, said: '' };
  }

  /** Puts a packed package into the project. */
  async function install(packed: string): Promise<void> {
    const demarche = join(folder, 'node_modules', 'demarche');
    await rm(demarche, { recursive: true, force: true });
    await mkdir(demarche);
    await run('.', 'npm', 'pack', '--silent', packed, '--pack-destination', folder);
    await run(folder, 'tar', '-xzf', 'demarche-0.1.0.tgz', '-C', demarche, '--strip-components=1');
  }

  // The whole is packed first, which builds the client.
  it.each([
    ['of the whole package', '.'],
    ['alone', './dist'],
  ])('runs the packed client %s, without a step of its own', async (_what, packed) => {
    await install(packed);
    const script = `
      import { createClient } from 'demarche/client';
      import { MatrixDocument } from 'demarche/client/operations';
      const send = async (url) => new Response(JSON.stringify({ data: { url } }));
      const client = createClient({ url: 'http://example.org/graphql', fetch: send });
      const { data } = await client.ask(MatrixDocument, { actors: ['hamas'] });
      console.log(data.url);`;
    await writeFile(join(folder, 'ask.mjs'), script);

    const { code, said } = await attempt(folder, process.execPath, 'ask.mjs');

    expect({ code, said: decodeURIComponent(said) }).toEqual({
      code: 0,
      said: expect.stringMatching(
        /^http:\/\/example\.org\/graphql\?documentId=sha256:[0-9a-f]{64}&variables={"actors":\["hamas"\]}\n$/,
      ),
    });
  });

  it('compiles with the schema as it is', async () => {
    const outcome = await compile(await schema(), forTada, byCodegen);

    expect(outcome).toEqual({ code: 0, said: '' });
  });

  it('no longer compiles when a field is gone that its operations have', async () => {
    const { code, said } = await compile(
      without('median', 'ComparisonCell', await schema()),
      byCodegen,
    );

    expect(code).not.toBe(0);
    expect(said).toContain('Cannot query field "median" on type "ComparisonCell"');
  });

  it('no longer compiles when a field is gone that its code asks of gql.tada', async () => {
    const { code, said } = await compile(
      without('retellings', 'Position', await schema()),
      forTada,
    );

    expect(code).not.toBe(0);
    expect(said).toMatch(/src\/denials\.ts[^]+property 'retellings' are incompatible/);
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
  readonly said: string;
}

function attempt(cwd: string, command: string, ...args: readonly string[]): Promise<Outcome> {
  // Of a test run, the generator keeps its complaints to itself.
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' };
  return new Promise((done, fail) => {
    execFile(command, args, { cwd, env }, (error, stdout, stderr) => {
      if (error === null) done({ code: 0, said: stdout });
      else if (typeof error.code === 'number') done({ code: error.code, said: stdout + stderr });
      else fail(error);
    });
  });
}

async function run(cwd: string, command: string, ...args: readonly string[]): Promise<void> {
  const { code, said } = await attempt(cwd, command, ...args);
  if (code !== 0) throw new Error(said);
}
