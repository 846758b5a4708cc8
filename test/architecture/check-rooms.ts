/** Part of `npm run check`: holds the project to the import rules of its rooms. */
import { findViolations } from './find-violations.ts';

/** The project has some two hundred modules; far fewer would mean that they were not seen. */
const AT_LEAST = 150;

const { modules, violations } = await findViolations('');
for (const violation of violations) console.error(violation);
if (modules < AT_LEAST) console.error(`Only ${modules} modules were seen.`);
process.exitCode = violations.length > 0 || modules < AT_LEAST ? 1 : 0;
