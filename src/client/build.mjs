// Runs before the package is packed or linked, on whatever Node is there: makes dist, the JavaScript
// and the types of the client, because Node runs no TypeScript inside node_modules. It is a package
// too, of the client alone, for those who want nothing of the server.
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
  writeFileSync(join(root, 'dist', 'package.json'), `${JSON.stringify(clientAlone(), null, 2)}\n`);
} else {
  // A server that was installed without what development needs; it has no use for the client.
  console.error('demarche/client is not built: the package typescript is not installed.');
}

/** The package as it is, with what the client has of it. */
function clientAlone() {
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
