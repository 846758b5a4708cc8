// Runs after npm has installed the packages, on any version of Node. Removes what the server never
// loads: Prisma's query compilers for other databases and, in an install without development
// dependencies, the optional peers of packages, which npm installs because development needs them.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const remove = (path) => rmSync(path, { recursive: true, force: true });

const { npm_config_omit: omitted = '', NODE_ENV: environment } = process.env;
const isProduction = omitted.split(/\s+/).includes('dev') || environment === 'production';

const runtime = join(root, 'node_modules', '@prisma', 'client', 'runtime');
const OTHER = /^query_compiler_(?!small_bg\.postgresql\.(?:wasm-base64\.)?mjs$)|\.map$/;
if (existsSync(runtime))
  for (const name of readdirSync(runtime)) if (OTHER.test(name)) remove(join(runtime, name));

if (isProduction) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, { devOptional }] of Object.entries(packages))
    if (devOptional) remove(join(root, path));
}
