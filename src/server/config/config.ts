/** Configuration: environment variables (settings.ts), read here and nowhere else. */
import { Failure } from '#src/domain/failure.ts';
import { SETTINGS, type Setting, type SettingName } from './settings.ts';

export type Config = ReturnType<typeof readConfig>;
export type Limits = Config['limits'];

type ValueOf<Name extends SettingName> =
  (typeof SETTINGS)[Name] extends Setting<infer Value> ? Value : never;

/** Fails on everything that is wrong, all at once. An empty variable is as one that is not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const wrong: string[] = [];
  const valueOf = <Name extends SettingName>(name: Name): ValueOf<Name> => {
    const { fallback, read } = SETTINGS[name] as Setting<ValueOf<Name>>;
    const text = environment[name] || fallback;
    const value = read(text);
    if (typeof value === 'object' && value !== null && 'must' in value) {
      wrong.push(`${name} is "${text}"; it must be ${value.must}.`);
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
    corsOrigins: valueOf('DEMARCHE_CORS_ORIGINS'),
    operations: valueOf('DEMARCHE_OPERATIONS'),
    cacheBytes: valueOf('DEMARCHE_CACHE_BYTES'),
    log: valueOf('DEMARCHE_LOG'),
    tracesUrl: valueOf('OTEL_EXPORTER_OTLP_ENDPOINT'),
    limits: {
      tokens: valueOf('DEMARCHE_MAX_TOKENS'),
      depth: valueOf('DEMARCHE_MAX_DEPTH'),
      aliases: valueOf('DEMARCHE_MAX_ALIASES'),
      rootFields: valueOf('DEMARCHE_MAX_ROOT_FIELDS'),
      directives: valueOf('DEMARCHE_MAX_DIRECTIVES'),
      cost: valueOf('DEMARCHE_MAX_COST'),
      list: valueOf('DEMARCHE_MAX_LIST'),
      page: valueOf('DEMARCHE_MAX_PAGE'),
      body: valueOf('DEMARCHE_MAX_BODY'),
      concurrent: valueOf('DEMARCHE_MAX_CONCURRENT'),
      requestMs: valueOf('DEMARCHE_REQUEST_TIMEOUT'),
      headerMs: valueOf('DEMARCHE_HEADER_TIMEOUT'),
      bodyMs: valueOf('DEMARCHE_BODY_TIMEOUT'),
    },
  };
  if (wrong.length > 0) throw new Failure('BAD_INPUT', wrong.join('\n'));
  return config;
}
