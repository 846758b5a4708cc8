/**
 * Preloaded into a server process: rewrites the functions of its source code so that any of them can be
 * made to throw from outside. The parent sends a {@link FaultCommand} and gets a {@link FaultReply}.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { type ESTree, parseSync, Visitor } from 'vite';

/** Notes which functions are called, or makes one throw whenever it is called; `go on` ends both. */
export type FaultCommand = 'note calls' | { readonly throwIn: string } | 'go on';
/** The functions that were called since the last command, or that threw. */
export type FaultReply = readonly string[];

/** Files whose functions are rewritten: all but those that catch the errors of the others. */
const FILES =
  /\/src\/(?:server|app|store\/(?:read|database))\/(?!errors\/catch-errors|telemetry\/error-scope).+\.ts$/;

declare global {
  /** Called at the start of each rewritten function. */
  var enterFunction: (name: string) => void;
}

if (isMainThread && process.argv[1]?.endsWith('/src/cli/main.ts') === true) {
  let command: FaultCommand = 'go on';
  const called = new Set<string>();
  globalThis.enterFunction = (name) => {
    if (command === 'go on') return;
    if (command === 'note calls') called.add(name);
    else if (command.throwIn === name) {
      called.add(name);
      throw new Error(`planted in ${name}`);
    }
  };
  process.on('message', (next: FaultCommand) => {
    const reply: FaultReply = [...called];
    called.clear();
    command = next;
    process.send?.(reply);
  });
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const path = FILES.exec(url)?.[0];
      if (path === undefined) return loaded;
      const source = readFileSync(fileURLToPath(url), 'utf8');
      return { ...loaded, source: rewrite(source, path.slice(1)) };
    },
  });
}

/** Adds a call of `enterFunction`, with the path and line of the function, to each function. */
function rewrite(source: string, path: string): string {
  const insertions: (readonly [at: number, text: string])[] = [];
  const enter = (start: number): string =>
    `enterFunction(${JSON.stringify(`${path}:${source.slice(0, start).split('\n').length}`)})`;
  const enterBlock = (
    start: number,
    [first]: readonly (ESTree.Statement | ESTree.Directive)[],
    block: number,
  ): void => {
    // What a function does first is what it catches, if that is all that it does.
    const at = first?.type === 'TryStatement' ? first.block.start : block;
    insertions.push([at + 1, `${enter(start)};`]);
  };
  const visitor = new Visitor({
    FunctionExpression: ({ start, body }) => {
      if (body !== null) enterBlock(start, body.body, body.start);
    },
    FunctionDeclaration: ({ start, body }) => {
      if (body !== null) enterBlock(start, body.body, body.start);
    },
    ArrowFunctionExpression: ({ start, body }) => {
      if (body.type === 'BlockStatement') enterBlock(start, body.body, body.start);
      else insertions.push([body.start, `(${enter(start)}, `], [body.end, ')']);
    },
  });
  visitor.visit(parseSync(path, source).program);
  let rewritten = source;
  for (const [at, text] of insertions.toSorted(([a], [b]) => b - a))
    rewritten = rewritten.slice(0, at) + text + rewritten.slice(at);
  return rewritten;
}
