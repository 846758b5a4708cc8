/**
 * Part of `npm run check`: no resolver over ten lines, no file over 400, no undocumented
 * export, no value kept between calls outside the caches.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shapeViolations } from './find-shape-violations.ts';

const ROOMS = ['src', 'schema', 'test', 'prisma'];

const paths = (
  await Promise.all(
    ROOMS.map(async (room) =>
      (await readdir(room, { recursive: true })).map((name) => join(room, name)),
    ),
  )
)
  .flat()
  .filter((path) => /\.(?:ts|tsx|mjs|css)$/.test(path))
  .filter((path) => !/node_modules|\/generated\/|\/planted-/.test(path));
const files = await Promise.all(
  paths.map(async (path) => ({ path, source: await readFile(path, 'utf8') })),
);
const violations = await shapeViolations(files);
for (const violation of violations) console.error(violation);
process.exitCode = violations.length > 0 ? 1 : 0;
