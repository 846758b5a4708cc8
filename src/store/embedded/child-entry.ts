/** Entry point of the embedded database's process. Caches compiled modules between starts. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./run-database.ts');
