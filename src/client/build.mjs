// Runs before the package is packed or linked, on whatever Node is there: makes dist/client, the
// JavaScript and the types of the client, because Node runs no TypeScript inside node_modules.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = dirname(fileURLToPath(import.meta.url));
const root = join(room, '..', '..');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

if (existsSync(compiler)) {
  rmSync(join(root, 'dist', 'client'), { recursive: true, force: true });
  execFileSync(process.execPath, [compiler, '--project', room], { stdio: 'inherit' });
} else {
  // A server that was installed without what development needs; it has no use for the client.
  console.error('demarche/client is not built: the package typescript is not installed.');
}
