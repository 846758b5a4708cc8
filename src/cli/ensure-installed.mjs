// Runs before start, test and demarche, on any version of Node: installs the packages if they are
// missing or older than the lock file, and Node 24 if this is an older one; generates the database
// client if the schema has changed, and builds the explorer.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
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

const REQUIRED = 24;
const pinned = at('node_modules', '.bin', 'node');
const isOld = Number(process.versions.node.split('.')[0]) < REQUIRED;
if (!existsSync(pinned) && isOld && existsSync(at('node_modules', 'vite'))) {
  console.error(
    `Démarche requires Node ${REQUIRED}; this is ${process.version}. Allow the install script of the package "node" (npm rebuild node), or put Node ${REQUIRED} on the PATH.`,
  );
  process.exit(1);
}
if (!existsSync(pinned) && isOld) {
  // An install without development dependencies: Node is a tool, not a dependency of the server.
  const { version } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages[
    'node_modules/node'
  ];
  console.error(`Installing Node ${version}, since this is ${process.version} …`);
  const folder = at('node_modules', '.node');
  mkdirSync(folder, { recursive: true });
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save', '--no-package-lock'];
  run('npm', 'install', '--prefix', folder, ...quiet, `node@${version}`);
  symlinkSync(join(folder, 'node_modules', 'node', 'bin', 'node'), pinned);
}

/** The generated client contains the schema that it was generated from. */
function isGenerated() {
  const generated = at('src', 'store', 'generated', 'internal', 'class.ts');
  const schema = readFileSync(at('prisma', 'schema.prisma'), 'utf8');
  return existsSync(generated) && readFileSync(generated, 'utf8').includes(JSON.stringify(schema));
}
if (!isGenerated()) {
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
