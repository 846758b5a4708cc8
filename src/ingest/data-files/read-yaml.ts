/** Reads YAML against a schema; every problem has a line number. */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { didYouMean } from '#src/domain/nearest.ts';

/** A problem in a file: its line, from 1, and a message that states the expected value. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

export type Path = readonly (string | number)[];

export type YamlResult<Value> =
  | { readonly kind: 'read'; readonly value: Value; readonly lineOf: (path: Path) => number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The top-level keys of a YAML mapping, by which a file is recognised; empty for anything else. */
export function topLevelKeys(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/^([A-Za-z]\w*):/gm), (match) => match[1] ?? ''));
}

export function readYaml<Value>(text: string, schema: z.ZodType<Value>): YamlResult<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true });
  if (document.errors.length > 0) {
    return {
      kind: 'refused',
      problems: document.errors.map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        message: error.message.split('\n')[0] ?? 'not YAML',
      })),
    };
  }
  /** The line of the node at a path, or of its nearest existing ancestor. */
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const plain = toPlain(document);
  if (typeof plain === 'string')
    return { kind: 'refused', problems: [{ line: 1, message: plain }] };
  const parsed = schema.safeParse(plain.value);
  if (parsed.success) return { kind: 'read', value: parsed.data, lineOf };
  return {
    kind: 'refused',
    problems: parsed.error.issues.map((issue) => ({
      line: lineOf(issue.path.filter((part) => typeof part !== 'symbol')),
      message: describe(issue, document.getIn(issue.path)),
    })),
  };
}

/** The document as plain values, or a message about content that cannot be stored. */
function toPlain(document: Document): { readonly value: unknown } | string {
  try {
    const value: unknown = document.toJS();
    // JSON.stringify escapes unpaired surrogates and NUL.
    return /\\u(0000|d[89a-f][0-9a-f]{2})/.test(JSON.stringify(value) ?? '')
      ? 'The file contains an escaped NUL or unpaired surrogate (\\0, \\ud800), which text cannot contain. Remove it.'
      : { value };
  } catch (error) {
    return `Cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function describe(issue: z.core.$ZodIssue, found: unknown): string {
  const where = issue.path.map(String).join('.') || 'the file';
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const word = typeof found === 'string' ? found : JSON.stringify(found);
    return found === undefined
      ? `${where} is missing; it is one of ${allowed.join(', ')}.`
      : `${where} is "${word}"; it must be one of ${allowed.join(', ')}.${didYouMean(word, allowed)}`;
  }
  if (issue.code === 'unrecognized_keys')
    return `${where} has an unknown field ${issue.keys.join(', ')}.`;
  if (found === undefined && issue.code === 'invalid_type')
    return `${where} is missing (${issue.expected}).`;
  return `${where}: ${issue.message}`;
}
