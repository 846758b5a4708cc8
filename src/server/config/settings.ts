/** Every environment variable that Démarche reads: its meaning, default and valid values. */
import { availableParallelism } from 'node:os';
import { LOG_LEVELS } from '../telemetry/log.ts';

/** An environment variable. */
export interface Setting<Value> {
  /** What it sets, for the documentation. */
  readonly meaning: string;
  /** The default as text; empty if there is none. */
  readonly fallback: string;
  /** Parses a value. `must` completes the sentence "it must be …". */
  readonly read: (text: string) => Value | { readonly must: string };
}

/** The settings by name. Names are promised; defaults may change. */
export const SETTINGS = {
  PORT: wholeNumber('port to listen on', 4000, 0, 65_535),
  HOST: text('address to listen on', '127.0.0.1'),
  DATABASE_URL: text(
    'PostgreSQL database (15 or later, UTF-8): `postgresql://user:password@host:5432/demarche`; default: the embedded database',
    '',
  ),
  DEMARCHE_DATA: text('folder of the embedded database, if `DATABASE_URL` is not set', '.demarche'),
  DEMARCHE_PUBLIC_URL: url(
    'public URL of the server, used in citations: `https://example.org`; default: the URL of the request',
  ),
  DEMARCHE_ALLOWED_HOSTS: hosts(
    'comma-separated host names by which the server is reached: `corpus.example.org`, or `*` for any; default: local names, `HOST`, that of `DEMARCHE_PUBLIC_URL`, and any name if `HOST` is `0.0.0.0` or `::`',
  ),
  DEMARCHE_CORS_ORIGINS: origins(
    'comma-separated origins whose pages may send requests: `https://app.example.org`; default: none',
  ),
  DEMARCHE_OPERATIONS: oneOf(
    'accepted operations: `any`, or `persisted-only` for those of `schema/operations`',
    ['any', 'persisted-only'],
  ),
  DEMARCHE_CACHE_BYTES: wholeNumber(
    'maximum bytes of cached responses; 0 disables the cache',
    64_000_000,
    0,
  ),
  DEMARCHE_LOG: oneOf(
    'minimum level of log entries: `info`, `warn`, `error` or `silent`',
    LOG_LEVELS,
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(
    'OTLP collector for OpenTelemetry traces, over HTTP, without `/v1/traces`; default: no traces',
  ),
  DEMARCHE_THREADS: threads(
    'threads that execute operations besides that of the HTTP server, which does so alone if there are 0; default: one less than there are cores, from 1 to 3',
  ),
  DEMARCHE_MAX_TOKENS: wholeNumber('maximum tokens in an operation', 1000, 1),
  DEMARCHE_MAX_DEPTH: wholeNumber(
    'maximum levels of nested fields in an operation, and of nested values in variables',
    20,
    1,
  ),
  DEMARCHE_MAX_ALIASES: wholeNumber('maximum aliases in an operation', 100, 0),
  DEMARCHE_MAX_ROOT_FIELDS: wholeNumber('maximum root fields in an operation', 50, 1),
  DEMARCHE_MAX_DIRECTIVES: wholeNumber('maximum directives in an operation', 50, 0),
  DEMARCHE_MAX_COST: wholeNumber('maximum cost of an operation', 1_000_000, 1),
  DEMARCHE_MAX_LIST: wholeNumber('maximum items of a list in arguments or variables', 250, 1),
  DEMARCHE_MAX_STRING: wholeNumber(
    'maximum length of a string in arguments or variables, in UTF-16 units',
    5000,
    1,
  ),
  DEMARCHE_MAX_PAGE: wholeNumber('maximum items per page', 100, 1, 10_000),
  DEMARCHE_MAX_BODY: wholeNumber('maximum bytes of a request body', 1_000_000, 1),
  DEMARCHE_MAX_RESPONSE: wholeNumber('maximum bytes of a result', 20_000_000, 1000),
  DEMARCHE_MAX_CONCURRENT: wholeNumber('maximum requests in flight per client IP address', 50, 1),
  DEMARCHE_REQUEST_TIMEOUT: wholeNumber('time limit of a request, in milliseconds', 30_000, 1),
  DEMARCHE_HEADER_TIMEOUT: wholeNumber(
    'time limit for receiving the headers of a request, in milliseconds',
    10_000,
    1,
  ),
  DEMARCHE_BODY_TIMEOUT: wholeNumber(
    'time limit for receiving a whole request, in milliseconds',
    20_000,
    1,
  ),
  DEMARCHE_SEND_TIMEOUT: wholeNumber(
    'time after which a client that receives nothing of its response is disconnected, in milliseconds',
    30_000,
    1,
  ),
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof SETTINGS;

function text(meaning: string, fallback: string): Setting<string> {
  return { meaning, fallback, read: (value) => value };
}

function wholeNumber(
  meaning: string,
  fallback: number,
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): Setting<number> {
  const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`;
  return {
    meaning,
    fallback: String(fallback),
    read: (value) => {
      const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
      return number >= min && number <= max ? number : { must: `a whole number, ${range}` };
    },
  };
}

/** More threads serve more clients, but take memory and connections to the database. */
const MAX_DEFAULT_THREADS = 3;

function threads(meaning: string): Setting<number> {
  const { read } = wholeNumber(meaning, 0, 0, 64);
  return {
    meaning,
    fallback: '',
    read: (value) =>
      value === ''
        ? Math.min(MAX_DEFAULT_THREADS, Math.max(1, availableParallelism() - 1))
        : read(value),
  };
}

/** One of a set of words; the first is the default. */
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
      return parseHttpUrl(value) ?? { must: 'a URL that begins with http:// or https://' };
    },
  };
}

function hosts(meaning: string): Setting<readonly string[]> {
  return {
    meaning,
    fallback: '',
    read: (value) => {
      const values = value
        .split(',')
        .map((each) => each.trim().toLowerCase())
        .filter((each) => each !== '');
      return values.every((each) => each === '*' || /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])$/.test(each))
        ? values
        : { must: 'host names like corpus.example.org, without scheme or port, or *' };
    },
  };
}

function origins(meaning: string): Setting<readonly string[]> {
  return {
    meaning,
    fallback: '',
    read: (value) => {
      const parts = value.split(',').map((each) => each.trim());
      const values = parts.filter((each) => each !== '');
      return values.every((each) => parseHttpUrl(each) === each)
        ? values
        : { must: 'origins like https://app.example.org, without a path' };
    },
  };
}

/** An HTTP URL without a trailing slash, or null. */
function parseHttpUrl(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const { protocol, origin, pathname } = new URL(value);
  return /^https?:$/.test(protocol) ? origin + pathname.replace(/\/$/, '') : null;
}
