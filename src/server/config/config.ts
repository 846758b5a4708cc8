/** The configuration, read from the environment variables of settings.ts. */
import { Failure } from '#src/domain/failure.ts';
import { SETTINGS, type Setting, type SettingName } from './settings.ts';

/** The configuration of a server. */
export type Config = ReturnType<typeof readConfig>;
/** The limits of a request. */
export type Limits = Config['limits'];

type ValueOf<Name extends SettingName> =
  (typeof SETTINGS)[Name] extends Setting<infer Value> ? Value : never;

/**
 * Reads the configuration. An empty variable counts as unset. Fails with one `BAD_INPUT` that lists every
 * invalid value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = [];
  const valueOf = <Name extends SettingName>(name: Name): ValueOf<Name> => {
    const { fallback, read } = SETTINGS[name] as Setting<ValueOf<Name>>;
    const text = environment[name] || fallback;
    const value = read(text);
    if (typeof value === 'object' && value !== null && 'must' in value) {
      problems.push(`${name} is "${text}"; it must be ${value.must}.`);
      return read(fallback) as ValueOf<Name>;
    }
    return value;
  };
  const config = {
    port: valueOf('PORT'),
    host: valueOf('HOST'),
    production: environment['NODE_ENV'] === 'production',
    databaseUrl: valueOf('DATABASE_URL') || null,
    dataFolder: valueOf('DEMARCHE_DATA'),
    publicUrl: valueOf('DEMARCHE_PUBLIC_URL'),
    allowedHosts: valueOf('DEMARCHE_ALLOWED_HOSTS'),
    corsOrigins: valueOf('DEMARCHE_CORS_ORIGINS'),
    operations: valueOf('DEMARCHE_OPERATIONS'),
    cacheBytes: valueOf('DEMARCHE_CACHE_BYTES'),
    log: valueOf('DEMARCHE_LOG'),
    tracesUrl: valueOf('OTEL_EXPORTER_OTLP_ENDPOINT'),
    threads: valueOf('DEMARCHE_THREADS'),
    limits: {
      tokens: valueOf('DEMARCHE_MAX_TOKENS'),
      depth: valueOf('DEMARCHE_MAX_DEPTH'),
      aliases: valueOf('DEMARCHE_MAX_ALIASES'),
      rootFields: valueOf('DEMARCHE_MAX_ROOT_FIELDS'),
      directives: valueOf('DEMARCHE_MAX_DIRECTIVES'),
      cost: valueOf('DEMARCHE_MAX_COST'),
      list: valueOf('DEMARCHE_MAX_LIST'),
      string: valueOf('DEMARCHE_MAX_STRING'),
      page: valueOf('DEMARCHE_MAX_PAGE'),
      body: valueOf('DEMARCHE_MAX_BODY'),
      response: valueOf('DEMARCHE_MAX_RESPONSE'),
      concurrent: valueOf('DEMARCHE_MAX_CONCURRENT'),
      requestMs: valueOf('DEMARCHE_REQUEST_TIMEOUT'),
      headerMs: valueOf('DEMARCHE_HEADER_TIMEOUT'),
      bodyMs: valueOf('DEMARCHE_BODY_TIMEOUT'),
      sendMs: valueOf('DEMARCHE_SEND_TIMEOUT'),
    },
  };
  if (problems.length > 0) throw new Failure('BAD_INPUT', problems.join('\n'));
  return config;
}
