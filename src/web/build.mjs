// Builds dist/web, the explorer as the server sends it, with each file compressed in advance at the
// highest level. Runs after packages are installed, with whichever Node version is installed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const room = dirname(fileURLToPath(import.meta.url));
const root = join(room, '..', '..');

if (existsSync(join(root, 'node_modules', 'vite'))) {
  const { build } = await import('vite');
  await build({ configFile: join(room, 'vite.config.ts'), logLevel: 'warn' });
  const output = join(root, 'dist', 'web');
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:html|js|css|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
} else {
  // Production install without development dependencies: the server still answers at /graphql.
  console.error('Skipped building the explorer: vite is not installed.');
}
