/** Server processes and data folders for tests of the command line. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openCorpus } from '#src/app/corpus/open-corpus.ts';
import { openStore } from '#src/store/database/open-store.ts';
import { startCli } from '#test/support/cli.ts';

const FOLDER = join(tmpdir(), 'demarche-test-');

/** A server in a process of its own. */
export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** Its stdout so far: the log. */
  readonly stdout: () => string;
  /** Its stderr so far. */
  readonly stderr: () => string;
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
}

/** Starts a server on a free port and waits for the line with its URL. For `preload`, see {@link startCli}. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
  preload: string | null = null,
): Promise<ServerProcess> {
  const child = startCli(['serve'], { PORT: '0', ...environment }, preload);
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let stderr = '';
  let stdout = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      const [, found] = /listening at (\S+)/.exec(stdout) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`the server did not start: ${stderr}`)));
  });
  return { process: child, url, stdout: () => stdout, stderr: () => stderr, ended };
}

/** Sends a signal and returns the exit code and signal of the process. */
export async function endServerProcess(
  { process: child, ended }: ServerProcess,
  signal: NodeJS.Signals,
): Promise<readonly [number | null, NodeJS.Signals | null]> {
  child.kill(signal);
  return ended;
}

/** Queries the latest revision over HTTP. */
export async function queryRevision(url: string): Promise<number> {
  const body = JSON.stringify({ query: '{ comparison(actors: ["hamas"]) { revision } }' });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const result = (await response.json()) as { data: { comparison: { revision: number } } };
  return result.data.comparison.revision;
}

/** Creates folders with the seeded embedded database, also when the suite runs against a PostgreSQL server. */
export function useEmbeddedFolder(): () => Promise<{ readonly DEMARCHE_DATA: string }> {
  let pristine: string | null = null;
  return async () => {
    const template = inject('template');
    if (template.kind === 'embedded') pristine = template.folder;
    if (pristine === null) {
      pristine = await mkdtemp(FOLDER);
      await (await openCorpus({ databaseUrl: null, dataFolder: pristine })).close();
    }
    const folder = await mkdtemp(FOLDER);
    await cp(pristine, folder, { recursive: true });
    return { DEMARCHE_DATA: folder };
  };
}

/** Opens the folder in this process and counts its revisions. */
export async function countRevisions(environment: {
  readonly DEMARCHE_DATA: string;
}): Promise<number> {
  const store = await openStore({ databaseUrl: null, dataFolder: environment.DEMARCHE_DATA });
  const revisions = await store.prisma.revision.count();
  await store.close();
  return revisions;
}
