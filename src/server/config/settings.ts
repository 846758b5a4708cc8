/** Every environment variable that Démarche reads: its meaning, its default, and what it may be. */
import { LOG_LEVELS } from '../telemetry/log.ts';

export interface Setting<Value> {
  /** For people: what it does. */
  readonly meaning: string;
  /** As it would be written; empty where there is none. */
  readonly fallback: string;
  /** What it means, or a sentence's end saying what it must be: `must be …`. */
  readonly read: (text: string) => Value | { readonly must: string };
}

/** The names are promised; defaults may change. */
export const SETTINGS = {
  PORT: wholeNumber('port to listen on', 4000, 0, 65_535),
  HOST: text('address to listen on', '127.0.0.1'),
  DATABASE_URL: text(
    'a PostgreSQL database (15 or later, UTF-8): `postgresql://user:password@host:5432/demarche`',
    '',
  ),
  DEMARCHE_DATA: text(
    'folder of the embedded database, used where `DATABASE_URL` is not set',
    '.demarche',
  ),
  DEMARCHE_PUBLIC_URL: url('where readers reach the server, for citations: `https://example.org`'),
  DEMARCHE_CORS_ORIGINS: origins(
    'origins whose pages may query it, with commas between: `https://app.example.org`',
  ),
  DEMARCHE_OPERATIONS: oneOf(
    'which operations are answered: all, or only those of `schema/operations`',
    ['any', 'persisted-only'],
  ),
  DEMARCHE_CACHE_BYTES: wholeNumber('bytes of answers kept for readers to come', 64_000_000, 0),
  DEMARCHE_LOG: oneOf('what is logged, as lines of JSON', LOG_LEVELS),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('where OpenTelemetry traces are sent; none are without it'),
  DEMARCHE_MAX_TOKENS: wholeNumber('words and signs of an operation', 1000, 1),
  DEMARCHE_MAX_DEPTH: wholeNumber('fields within fields of an operation', 20, 1),
  DEMARCHE_MAX_ALIASES: wholeNumber('aliases of an operation', 100, 0),
  DEMARCHE_MAX_ROOT_FIELDS: wholeNumber('fields of an operation at its root', 50, 1),
  DEMARCHE_MAX_DIRECTIVES: wholeNumber('directives of an operation', 50, 0),
  DEMARCHE_MAX_COST: wholeNumber('values that an answer may have', 1_000_000, 1),
  DEMARCHE_MAX_LIST: wholeNumber('items of a list given as an argument', 250, 1),
  DEMARCHE_MAX_PAGE: wholeNumber('items of a page', 100, 1, 10_000),
  DEMARCHE_MAX_BODY: wholeNumber('bytes of a request’s body', 1_000_000, 1),
  DEMARCHE_MAX_CONCURRENT: wholeNumber('requests of one client under way at once', 50, 1),
  DEMARCHE_REQUEST_TIMEOUT: wholeNumber('milliseconds until a request is given up', 30_000, 1),
  DEMARCHE_HEADER_TIMEOUT: wholeNumber(
    'milliseconds that a client has to send its headers',
    10_000,
    1,
  ),
  DEMARCHE_BODY_TIMEOUT: wholeNumber('milliseconds that a client has to send a request', 20_000, 1),
} as const;

export type SettingName = keyof typeof SETTINGS;

function text(meaning: string, fallback: string): Setting<string> {
  return { meaning, fallback, read: (value) => value };
}

function wholeNumber(
  meaning: string,
  fallback: number,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): Setting<number> {
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  return {
    meaning,
    fallback: String(fallback),
    read: (value) => {
      const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : { must: `a whole number, ${range}` };
    },
  };
}

/** The first is the default. */
function oneOf<const Words extends readonly [string, ...string[]]>(
  meaning: string,
  words: Words,
): Setting<Words[number]> {
  return {
    meaning,
    fallback: words[0],
    read: (value) => words.find((word) => word === value) ?? { must: `one of ${words.join(', ')}` },
  };
}

function url(meaning: string): Setting<string | null> {
  return {
    meaning,
    fallback: '',
    read: (value) => {
      if (value === '') return null;
      return webAddress(value) ?? { must: 'an address that begins with http:// or https://' };
    },
  };
}

function origins(meaning: string): Setting<readonly string[]> {
  return {
    meaning,
    fallback: '',
    read: (value) => {
      const given = value.split(',').map((each) => each.trim());
      const named = given.filter((each) => each !== '');
      return named.every((each) => webAddress(each) === each)
        ? named
        : { must: 'origins like https://app.example.org, without a path' };
    },
  };
}

/** Without a slash at its end; null if it is none. */
function webAddress(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const { protocol, origin, pathname } = new URL(value);
  return /^https?:$/.test(protocol) ? origin + pathname.replace(/\/$/, '') : null;
}
