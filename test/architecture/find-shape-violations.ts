/** Rules on the shape of source files that the linter does not have. */
import { parse } from '@swc/core';

/** A source file, with its path from the project's root. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

/** Maximum lines of a file. */
const MAX_FILE_LINES = 400;
/** Maximum lines of a resolver: load, call one use case, return. */
const MAX_RESOLVER_LINES = 10;
/** Properties of a Pothos type or field whose functions resolve it. */
const RESOLVERS: ReadonlySet<unknown> = new Set(['resolve', 'loadMany', 'subscribe']);
/** Rooms in which every export has a doc comment. */
const DOCUMENTED = /^src\/(?:analysis|app|domain)\//;
/** Files that keep no value between calls. */
const STATELESS = /^src\/analysis\/(?!caches\/)/;

/** Each violation as `path:line: what is wrong`. */
export async function shapeViolations(files: readonly SourceFile[]): Promise<readonly string[]> {
  const violations = await Promise.all(
    files.map(async (file) => [
      ...longFile(file),
      ...(/^schema\/.*\.ts$/.test(file.path) ? await longResolvers(file) : []),
      ...(DOCUMENTED.test(file.path) && file.path.endsWith('.ts') ? undocumentedExports(file) : []),
      ...(STATELESS.test(file.path) ? keptValues(file) : []),
    ]),
  );
  return violations.flat();
}

function longFile({ path, source }: SourceFile): readonly string[] {
  const lines = source.trimEnd().split('\n').length;
  return lines > MAX_FILE_LINES
    ? [`${path}:1: ${lines} lines; the maximum is ${MAX_FILE_LINES}. Split the file.`]
    : [];
}

/** An export on its own line whose previous line does not end a doc comment. */
function undocumentedExports({ path, source }: SourceFile): readonly string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, i) => {
    const name = /^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/.exec(
      line,
    )?.[1];
    if (name === undefined || isDocumented(lines, i)) return [];
    // A type that is made of the constant above it is documented there.
    if (/^export type \w+ = \(typeof /.test(line)) return [];
    return [`${path}:${i + 1}: ${name} has no doc comment. Say what it is.`];
  });
}

/** A variable, an empty collection or a memo at the top of a module. */
function keptValues({ path, source }: SourceFile): readonly string[] {
  return source.split('\n').flatMap((line, i) => {
    const name =
      /^(?:export )?(?:let (\w+)|const (\w+).* = (?:new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|createMemo\b))/.exec(
        line,
      );
    return name
      ? [
          `${path}:${i + 1}: ${name[1] ?? name[2]} keeps values between calls. Move it to src/analysis/caches.`,
        ]
      : [];
  });
}

function isDocumented(lines: readonly string[], index: number): boolean {
  const previous = lines[index - 1]?.trim() ?? '';
  // Overloads share the comment of the first.
  return previous.endsWith('*/') || /^export (?:async )?function .*;$/.test(previous);
}

interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

async function longResolvers({ path, source }: SourceFile): Promise<readonly string[]> {
  const bytes = Buffer.from(source);
  const program = (await parse(source, { syntax: 'typescript' })) as unknown as Node;
  // Spans count the bytes of all files parsed so far, and begin at the first token.
  const leading = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*)*/.exec(source)?.[0] ?? '';
  const base = program.span.start - Buffer.byteLength(leading);
  const lineAt = (offset: number): number =>
    bytes
      .subarray(0, offset - base)
      .toString()
      .split('\n').length;
  const nodes = [...walk(program)];
  const functions = new Map(nodes.flatMap(namedFunction));
  return nodes.flatMap((node) => {
    const resolver = resolverOf(node, functions);
    if (resolver === null) return [];
    const [first, last] = [lineAt(resolver.span.start), lineAt(resolver.span.end)];
    const lines = last - first + 1;
    return lines > MAX_RESOLVER_LINES
      ? [
          `${path}:${first}: a resolver of ${lines} lines; the maximum is ${MAX_RESOLVER_LINES}. Move the work to a use case in src/app.`,
        ]
      : [];
  });
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* walk(each);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) yield value as Node;
    for (const each of Object.values(value)) yield* walk(each);
  }
}

const FUNCTIONS: ReadonlySet<string> = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** A function of the file by its name. */
function namedFunction(node: Node): [string, Node][] {
  if (node.type === 'FunctionDeclaration') return [[nameOf(node['identifier']), node]];
  const init = node.type === 'VariableDeclarator' ? (node['init'] as Node | null) : null;
  return init && FUNCTIONS.has(init.type) ? [[nameOf(node['id']), init]] : [];
}

/** The function that resolves, if the node is a property that does. */
function resolverOf(node: Node, functions: ReadonlyMap<string, Node>): Node | null {
  if (node.type !== 'KeyValueProperty' && node.type !== 'MethodProperty') return null;
  if (!RESOLVERS.has(nameOf(node['key']))) return null;
  if (node.type === 'MethodProperty') return node;
  const value = node['value'] as Node;
  if (FUNCTIONS.has(value.type)) return value;
  return value.type === 'Identifier' ? (functions.get(nameOf(value)) ?? null) : null;
}

function nameOf(node: unknown): string {
  const value = (node as { readonly value?: unknown } | null)?.value;
  return typeof value === 'string' ? value : '';
}
