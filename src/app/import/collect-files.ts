import type { Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { ImportProblem } from './import-problem.ts';

/** A text file of an import. */
export interface InputFile {
  readonly path: string;
  /** Whether the path was given, rather than found in a folder. */
  readonly named: boolean;
  readonly text: string;
}

/** The files of an import, and those that could not be read. */
export interface CollectedFiles {
  readonly files: readonly InputFile[];
  /** Files in a folder that are not documents: empty, binary, notes or copies. */
  readonly skipped: readonly ImportProblem[];
  /** Paths that could not be read, and given files that are not text. */
  readonly problems: readonly ImportProblem[];
}

/** The first line of a key, as OpenSSL, OpenSSH and PGP write it. */
const PRIVATE_KEY = /^\s*-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/;
/** Maximum size of a source document, far above that of a text written by a person. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Files beside documents that are not documents. */
const NOT_DOCUMENTS = /^(\..*|README\.md|LICENSE|examples\.json)$/;

/**
 * Reads the given files, and all files below the given folders, each once. A given file that is not
 * text is a problem; one in a folder is skipped and reported.
 */
export async function collectFiles(paths: readonly string[]): Promise<CollectedFiles> {
  const files: InputFile[] = [];
  const skipped: ImportProblem[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  for (const named of paths) {
    const found = await listFiles(named, problems);
    const root = found.length > 0 ? await realpath(named).catch(() => named) : named;
    for (const path of found) {
      const absolute = resolve(path);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      const stray = path === named ? null : describeStray(path);
      if (stray !== null) {
        skipped.push({ path, line: null, message: stray });
        continue;
      }
      const read = (path !== named && (await leadsOutOf(root, path))) || (await readText(path));
      if (typeof read !== 'string') {
        const problem = { path, line: null, message: read.message };
        if (read.kind === 'no-text' && path !== named) skipped.push(problem);
        else problems.push(problem);
      } else {
        files.push({ path, named: path === named, text: read });
      }
    }
  }
  return { files, skipped, problems };
}

async function listFiles(named: string, problems: ImportProblem[]): Promise<readonly string[]> {
  try {
    if (!(await stat(named)).isDirectory()) return [named];
    const entries = await readdir(named, { withFileTypes: true });
    const lists = await Promise.all(
      entries
        .filter((entry) => !NOT_DOCUMENTS.test(entry.name))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((entry) => {
          const path = join(named, entry.name);
          return entry.isDirectory() ? listFiles(path, problems) : Promise.resolve([path]);
        }),
    );
    return lists.flat();
  } catch (error) {
    problems.push({ path: named, line: null, message: explain(error) });
    return [];
  }
}

/** Why a file in a folder is no document, by its name. */
function describeStray(path: string): string | null {
  if (/(?:~|\.(?:bak|orig|swp|tmp))$/i.test(path))
    return 'This looks like a copy that an editor has left. Import it by its own path if it is a document.';
  return /\.(?:md|markdown)$/i.test(path)
    ? 'This looks like a note. Import it by its own path if it is a document.'
    : null;
}

/** A link in a folder may lead anywhere; what was not named is not imported. */
async function leadsOutOf(root: string, path: string): Promise<Unread | false> {
  const target = await realpath(path).catch(() => null);
  if (target === null || target.startsWith(root + sep)) return false;
  return {
    kind: 'no-text',
    message: 'The link leads out of the folder. Import its target by its own path.',
  };
}

interface Unread {
  readonly kind: 'no-text' | 'unreadable';
  readonly message: string;
}

async function readText(path: string): Promise<string | Unread> {
  try {
    const found = await stat(path);
    // Opening a pipe would wait for a writer, and a device may never end.
    if (!found.isFile()) return { kind: 'no-text', message: describeKind(found) };
    if (found.size > MAX_BYTES) {
      const megabytes = (found.size / 1024 / 1024).toFixed(0);
      return {
        kind: 'unreadable',
        message: `The file is ${megabytes} MB; the maximum is 20 MB. Split it, or import only its text.`,
      };
    }
    const bytes = await readFile(path);
    if (bytes.length === 0) {
      return { kind: 'no-text', message: 'The file is empty; a document must contain text.' };
    }
    if (isBinary(bytes)) {
      return {
        kind: 'no-text',
        message: 'The file is binary. Convert it to text (for a PDF: pdftotext -layout).',
      };
    }
    const text = decode(bytes);
    if (PRIVATE_KEY.test(text)) {
      return { kind: 'no-text', message: 'The file contains a private key, which is no document.' };
    }
    return text.trim() === ''
      ? {
          kind: 'no-text',
          message: 'The file contains only white space; a document must contain text.',
        }
      : text;
  } catch (error) {
    return { kind: 'unreadable', message: explain(error) };
  }
}

function describeKind(found: Stats): string {
  if (found.isDirectory()) {
    return 'Links to folders are not followed inside a folder. Import the linked folder by its path.';
  }
  const kind = found.isFIFO() ? 'pipe' : found.isSocket() ? 'socket' : 'device';
  return `This is a ${kind}, not a file. Specify a file or a folder.`;
}

/** Text has no NUL and few control characters; a stray one does not make it binary. */
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 64 * 1024);
  if (utf16Of(sample) !== null) return false;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) controls += 10;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1;
  }
  return controls > Math.max(10, sample.length / 100);
}

/** The byte order mark of UTF-16; null if there is none. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-8, UTF-16 with a byte order mark, or else Windows-1252, which decodes any byte. */
function decode(bytes: Buffer): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file or folder.';
    case 'EACCES':
    case 'EPERM':
      return 'Permission denied. Give the current user permission to read it.';
    default:
      return `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
