/**
 * How fast the readers are: documents and megabytes a second, and whether the time for a byte
 * stays the same when an input that is meant to hurt doubles. See README.md beside this file.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/ingest/read-source.ts';
import { cable } from '../ingest/cable/build-cable.ts';
import { header, paper, STAMP } from '../ingest/released-papers/build-paper.ts';

const WARM_SECONDS = 1;
const MEASURED_SECONDS = 4;
const ADVERSARIAL_BYTES = 1_000_000;
const ROUNDS = 3;

function filesUnder(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** A few hundred cables and mails of the length that real ones have. */
function builtDocuments(): readonly string[] {
  const sentence =
    'The harbour council voted to close the northern quay until the dredging is done.\n';
  return Array.from({ length: 300 }, (_, i) => {
    const paragraphs = Array.from({ length: 4 + (i % 20) }, (_unused, number) => [
      `${number + 1}. (C) ${sentence.repeat(3 + (i % 5))}`,
      sentence.repeat(4),
    ]);
    const body = paragraphs.map(([numbered]) => numbered).join('\n');
    const letter = paragraphs.map(([, plain]) => plain).join('\n');
    return i % 2 === 0
      ? cable({ body, opening: `\nC O N F I D E N T I A L LA PAZ 0${10_000 + i}` })
      : paper(`${header({})}\n\n${letter}`, letter, letter);
  });
}

function readAll(documents: readonly string[], seconds: number): { read: number; bytes: number } {
  const end = performance.now() + seconds * 1000;
  let read = 0;
  let bytes = 0;
  while (performance.now() < end) {
    for (const document of documents) {
      readSource(document);
      bytes += document.length;
    }
    read += documents.length;
  }
  return { read, bytes };
}

/** Each makes an input of about so many bytes out of what a careless pattern would stumble over. */
const ADVERSARIES: Readonly<Record<string, (bytes: number) => string>> = {
  'one line of spaces': (bytes) => `${' '.repeat(bytes)}x`,
  'one line of capitals': (bytes) => 'A B '.repeat(bytes / 4),
  'headers of cables': (bytes) => `${cable().slice(0, 300)}\n`.repeat(bytes / 300),
  'headers of mails': (bytes) => `${header({})}\n\nText.\n\n`.repeat(bytes / 200),
  'a cable of labels': (bytes) => cable({ body: 'TAGS: PREL\n'.repeat(bytes / 11) }),
  'a cable of page headers': (bytes) =>
    cable({ body: 'LA PAZ 00000412  002 OF 002 '.repeat(bytes / 28) }),
  'a cable of paragraph numbers': (bytes) => cable({ body: '16.\n'.repeat(bytes / 4) }),
  'a paper of stamps': (bytes) => `${STAMP}\n`.repeat(bytes / 95),
  'a paper of dates': (bytes) => `${STAMP}\n${'July 16, 2009\n'.repeat(bytes / 14)}`,
  'a page of open tags': (bytes) => `<html>${'<a href="'.repeat(bytes / 9)}`,
};

/** The shortest of a few runs, which other work on the machine has disturbed least. */
function milliseconds(input: string): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    readSource(input);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const paths = process.argv.slice(2);
const documents =
  paths.length > 0
    ? paths.flatMap(filesUnder).map((path) => readFileSync(path, 'utf8'))
    : builtDocuments();
readAll(documents, WARM_SECONDS);
const start = performance.now();
const { read, bytes } = readAll(documents, MEASURED_SECONDS);
const seconds = (performance.now() - start) / 1000;
console.log(`${documents.length} documents, read over and over on one core`);
console.log(`${Math.round(read / seconds)} documents a second`);
console.log(`${(bytes / seconds / 1e6).toFixed(1)} megabytes a second`);
console.log('\ntime for a byte at twice the size, against once (1 is linear, 2 quadratic)');
for (const [name, make] of Object.entries(ADVERSARIES)) {
  const once = make(ADVERSARIAL_BYTES);
  const twice = make(2 * ADVERSARIAL_BYTES);
  const ratio = milliseconds(twice) / twice.length / (milliseconds(once) / once.length);
  console.log(`${ratio.toFixed(2)}  ${name}`);
}
