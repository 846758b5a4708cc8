/** The entry of the embedded database's process: keeps what Node makes of the sources between runs. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./run-database.ts');
