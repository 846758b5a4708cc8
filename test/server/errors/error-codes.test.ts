import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#src/server/errors/error-codes.ts';

/** Set by the GraphQL libraries; normalize-errors.ts replaces all others of theirs. */
const LIBRARY_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
];
/** Shown on the command line only, and masked for clients. */
const COMMAND_LINE_CODES = /^(STORE_(?!UNREACHABLE|INCOMPATIBLE)|PORT_IN_USE$|CANCELLED$)/;

describe('error codes', () => {
  it('are exactly those of the table in schema/README.md', () => {
    const readme = readFileSync('schema/README.md', 'utf8');

    const documented = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.+) \|$/gm)].map(
      ([, ...row]) => row,
    );

    expect(documented).toEqual(Object.entries(ERROR_CODES));
  });

  it('are exactly those that the code throws', () => {
    const thrown = new Set(LIBRARY_CODES);
    for (const room of ['src/app', 'src/domain', 'src/server', 'src/store', 'schema'])
      for (const source of sources(room))
        for (const [, code = ''] of source.matchAll(
          /(?:(?:Failure|requestError|badRequest)\(\s*|errorResponse\(\s*\d+,\s*|sendUnavailable\(response, |\bcode: |\[\s*(?='TOO_))'([A-Z_]+)'/g,
        ))
          if (!COMMAND_LINE_CODES.test(code)) thrown.add(code);

    expect([...thrown].toSorted()).toEqual(Object.keys(ERROR_CODES).toSorted());
  });
});

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}
