/** Entry point. Node's compile cache halves the start-up time. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./program.ts');
