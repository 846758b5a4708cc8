/** The entry: keeps what Node makes of the sources between runs, which halves the time of a start. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./program.ts');
