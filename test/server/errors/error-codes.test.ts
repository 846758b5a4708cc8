import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#src/server/errors/error-codes.ts';

/** Set by GraphQL's own libraries, by these names (answer-errors.ts lets no others through). */
const OF_LIBRARIES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
];
/** Told to whoever runs the program, and masked for clients. */
const OF_THE_PROGRAM = /^(STORE_(?!UNREACHABLE)|PORT_IN_USE$|CANCELLED$)/;

describe('the codes of errors', () => {
  it('are in the table of the schema, whole, and no others', () => {
    const readme = readFileSync('schema/README.md', 'utf8');

    const told = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.+) \|$/gm)].map(([, ...row]) => row);

    expect(told).toEqual(Object.entries(ERROR_CODES));
  });

  it('are those that are thrown, all of them and no others', () => {
    const thrown = new Set(OF_LIBRARIES);
    for (const room of ['src/app', 'src/domain', 'src/server', 'src/store', 'schema'])
      for (const source of sources(room))
        for (const [, code = ''] of source.matchAll(
          /(?:(?:Failure|refusal)\(\s*|refuse\(response, |\bcode: |\[(?='TOO_))'([A-Z_]+)'/g,
        ))
          if (!OF_THE_PROGRAM.test(code)) thrown.add(code);

    expect([...thrown].toSorted()).toEqual(Object.keys(ERROR_CODES).toSorted());
  });
});

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}
