// Builds dist: the client's JavaScript and types, because Node does not run TypeScript inside
// node_modules. dist is also a package of the client alone. Runs before the package is packed or
// linked, with whichever Node version is installed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = dirname(fileURLToPath(import.meta.url));
const root = join(room, '..', '..');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

if (existsSync(compiler)) {
  rmSync(join(root, 'dist', 'client'), { recursive: true, force: true });
  execFileSync(process.execPath, [compiler, '--project', room], { stdio: 'inherit' });
  copyFileSync(join(root, 'schema', 'schema.graphql'), join(root, 'dist', 'schema.graphql'));
  writeFileSync(
    join(root, 'dist', 'package.json'),
    `${JSON.stringify(clientPackage(), null, 2)}\n`,
  );
} else {
  // Production install without development dependencies: the server does not need the client.
  console.error('Skipped building demarche/client: typescript is not installed.');
}

/** The package.json of the client alone. */
function clientPackage() {
  const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version, license, type, dependencies } = whole;
  const types = '@graphql-typed-document-node/core';
  const exports = JSON.parse(
    JSON.stringify(whole.exports).replaceAll('./dist/', './').replaceAll('./schema/', './'),
  );
  return {
    name,
    version,
    description: 'The typed client of Démarche.',
    license,
    type,
    exports,
    dependencies: { [types]: dependencies[types] },
  };
}
