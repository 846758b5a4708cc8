import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/**
 * Starts the command line as a process of its own, with nothing of our environment but PATH and HOME.
 * `preload` is a module that it loads first, and that this process can exchange messages with.
 */
export function startCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  preload: string | null = null,
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const preloading = preload === null ? [] : [`--import=${preload}`];
  return spawn(process.execPath, ['--liftoff-only', ...preloading, MAIN, ...args], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', ...(preload === null ? [] : (['ipc'] as const))],
  });
}

/** Runs a command to its end. */
export async function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const child = startCli(args, environment);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
