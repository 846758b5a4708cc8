// Runs before start, test and demarche, on any version of Node: installs the packages if they are
// missing or older than the lock file, generates the database client, and builds the explorer.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const at = (...path) => join(root, ...path);
const age = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newest = (...folders) =>
  Math.max(
    ...folders
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true }).map((name) => join(folder, name)),
      )
      .map(age),
  );

function run(command, ...args) {
  const shell = process.platform === 'win32';
  // Output goes to stderr: stdout belongs to the command that follows.
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
}

if (age(at('node_modules', '.package-lock.json')) < age(at('package-lock.json'))) {
  console.error('Installing packages (first run only, about a minute) …');
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
}

const pinned = at('node_modules', 'node', 'bin', 'node');
if (!existsSync(pinned) && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Démarche requires Node 24; this is ${process.version}. Allow the install script of the package "node" (npm rebuild node), or put Node 24 on the PATH.`,
  );
  process.exit(1);
}

if (age(at('src', 'store', 'generated', 'client.ts')) < age(at('prisma', 'schema.prisma'))) {
  run(
    existsSync(pinned) ? pinned : process.execPath,
    at('node_modules', 'prisma', 'build', 'index.js'),
    'generate',
    '--config',
    at('prisma', 'prisma.config.ts'),
    '--no-hints',
  );
}

// A production install has no vite to build it with.
if (
  existsSync(at('node_modules', 'vite')) &&
  age(at('dist', 'web', 'index.html')) < newest(at('src', 'web'), at('src', 'client'))
) {
  run(process.execPath, at('src', 'web', 'build.mjs'));
}
