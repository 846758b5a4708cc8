/**
 * Runs the static checks and the tests at the same time, as `npm test` does: the tests wait for
 * processes and databases, which leaves a core for the checks. Fails if either fails.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const shell = process.platform === 'win32';

async function exitCode(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

// Shown once the checks end, so that it does not run into the tests' output.
const check = spawn('npm', ['run', '--silent', 'check'], {
  stdio: ['ignore', 'pipe', 'pipe'],
  shell,
});
const tests = spawn(
  'vitest',
  ['run', '--exclude', 'test/end-to-end/**', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    shell,
  },
);
const checked = Promise.all([exitCode(check), text(check.stdout), text(check.stderr)]);
const tested = await exitCode(tests);
const [code, stdout, stderr] = await checked;
console.log(`\n${stdout}${stderr}`);
console.log(code === 0 ? 'The static checks passed.' : 'The static checks failed: npm run check');
process.exitCode = tested === 0 ? code : tested;
