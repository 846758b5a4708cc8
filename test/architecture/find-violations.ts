import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { OPTIONS, roomRules } from './room-rules.ts';

/** Imports that break the rules of the rooms, among the modules of a house (a folder; '' is the project). */
export async function findViolations(
  house: string,
): Promise<{ readonly modules: number; readonly violations: readonly string[] }> {
  const { output } = await cruise(
    ['src', 'schema'].map((folder) => join(house, folder)),
    // Its type asks for a fully normalised set of rules; it normalises them itself.
    {
      ...OPTIONS,
      validate: true,
      ruleSet: { forbidden: roomRules(house === '' ? '' : `${house}/`) },
    } as Parameters<typeof cruise>[1],
  );
  if (typeof output === 'string') throw new Error(output);
  const own = output.modules.filter(
    ({ coreModule, source }) => !coreModule && !source.includes('node_modules'),
  );
  const violations = output.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
  return { modules: own.length, violations };
}
