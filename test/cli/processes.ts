/** Servers and folders of the command line's tests, all of which are removed when the tests end. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { openCorpus } from '#src/app/corpus/open-corpus.ts';
import { openStore } from '#src/store/database/open-store.ts';
import { startCli } from '#test/support/cli.ts';
import { makePlace, type Place } from '#test/support/place.ts';

export interface Serving {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it has said on stdout so far: its log. */
  readonly said: () => string;
  /** What it has said on stderr so far. */
  readonly complaint: () => string;
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
}

/** Starts a server on a free port and waits for the line with its URL. */
export async function serve(environment: Readonly<Record<string, string>>): Promise<Serving> {
  const child = startCli(['serve'], { PORT: '0', ...environment });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let complaint = '';
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const [, found] = /answers at (\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`the server did not start: ${complaint}`)));
  });
  return { process: child, url, said: () => said, complaint: () => complaint, ended };
}

/** Sends a signal and returns how the process ended. */
export async function end(
  { process: child, ended }: Serving,
  signal: NodeJS.Signals,
): Promise<readonly [number | null, NodeJS.Signals | null]> {
  child.kill(signal);
  return ended;
}

/** The latest revision, as a client of the server sees it. */
export async function askRevision(url: string): Promise<number> {
  const body = JSON.stringify({ query: '{ comparison(actors: ["hamas"]) { revision } }' });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = (await response.json()) as { data: { comparison: { revision: number } } };
  return answer.data.comparison.revision;
}

/** A folder with the seeded embedded database, whichever engine this run is for. */
export function useEmbeddedFolder(): () => Promise<{ readonly DEMARCHE_DATA: string }> {
  const folders: string[] = [];
  afterAll(() =>
    Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))),
  );
  const newFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'demarche-test-'));
    folders.push(folder);
    return folder;
  };
  let pristine: string | null = null;
  return async () => {
    const template = inject('template');
    if (template.kind === 'embedded') pristine = template.folder;
    if (pristine === null) {
      pristine = await newFolder();
      await (await openCorpus({ databaseUrl: null, dataFolder: pristine })).close();
    }
    const folder = await newFolder();
    await cp(pristine, folder, { recursive: true });
    return { DEMARCHE_DATA: folder };
  };
}

/** Opens the folder in this process, and counts the revisions that it holds. */
export async function openAndCount(environment: {
  readonly DEMARCHE_DATA: string;
}): Promise<number> {
  const store = await openStore({ databaseUrl: null, dataFolder: environment.DEMARCHE_DATA });
  const revisions = await store.prisma.revision.count();
  await store.close();
  return revisions;
}

/** Places of this run's engine. */
export function usePlaces(): (content: 'seeded' | 'empty') => Promise<Place> {
  const places: Place[] = [];
  afterAll(() => Promise.all(places.map((place) => place.remove())));
  return async (content) => {
    const place = await makePlace(content);
    places.push(place);
    return place;
  };
}
