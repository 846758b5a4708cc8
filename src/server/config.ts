/** Configuration: environment variables, read here and nowhere else. */
import { Failure } from '#src/domain/failure.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
}

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const port = environment['PORT'] || '4000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Failure('BAD_INPUT', `PORT is "${port}"; it must be a number from 0 to 65535.`);
  }
  return {
    port: Number(port),
    host: environment['HOST'] || '127.0.0.1',
    databaseUrl: environment['DATABASE_URL'] || null,
    dataFolder: environment['DEMARCHE_DATA'] || '.demarche',
  };
}
