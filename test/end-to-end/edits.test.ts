import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { type CliResult, runCli } from '#test/support/cli.ts';
import { type Place, usePlaces } from '#test/support/place.ts';

const CABLE = '06MOSCOW1637';

describe('demarche withdraw and correct', () => {
  const newPlace = usePlaces();
  let place: Place;
  beforeAll(async () => {
    place = await newPlace('seeded');
  });
  const run = (...args: readonly string[]): Promise<CliResult> => runCli(args, place.environment);
  const withdraw = (...what: readonly string[]) => run('withdraw', ...what, '--reason', 'a test');

  it('correct a text, and report each quotation without a place', async () => {
    const folder = await writeFiles({ 'other.txt': 'Nothing of it is left.\n' });
    const path = join(folder, 'other.txt');

    const { code, stdout } = await run('correct', CABLE, path, '--reason', 'another edition');
    const again = await run('correct', CABLE, path, '--reason', 'the same again');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Revision 2: corrected text of 06MOSCOW1637; 0 positions/);
    expect(stdout).toMatch(
      /^orphaned quotation of 06MOSCOW1637\/founding-coders\/.*: ".*" has no place/m,
    );
    expect(again.stdout).toBe(`${CABLE} has this text already: no changes.\n`);
  });

  it('withdraw a document, for a reason', async () => {
    const refused = await run('withdraw', CABLE);
    const unknown = await run('withdraw', '06MOSCOW9999', '--reason', 'none');
    const { code, stdout } = await run('withdraw', CABLE, '--reason', 'a test', '--author', 'me');
    const listed = await run('positions', '--format', 'json');

    expect(refused.stderr).toContain("required option '-r, --reason <text>' not specified");
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toContain('There is no document "06MOSCOW9999".');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Revision 3: 1 withdrawn document, 1 withdrawn coding, \d+ withdrawn positions\.\n$/,
    );
    expect(listed.stdout).not.toContain(CABLE);
  });

  it('withdraw fields of a header, and names of an actor', async () => {
    const wrong = await withdraw('07MOSCOW828', '--fields', 'titel');
    const fields = await withdraw('07MOSCOW828', '--fields', 'title,tags');
    const nobody = await withdraw('--aliases', 'Mishal');
    const alias = await withdraw('--actors', 'khaled-mishal', '--aliases', 'Mishal');

    expect(wrong.stderr).toContain('"titel" is not one of kind, title, ');
    expect(fields.stdout).toMatch(/^Revision \d+: 1 changed document\.\n$/);
    expect(nobody.stderr).toContain('Name the one actor who has the aliases');
    expect(alias.stdout).toMatch(/^Revision \d+: 1 actor\.\n$/);
  });
});
