/**
 * The backup format: gzipped lines of JSON, the same for both engines. The first line is the header,
 * then lines of records, table by table; the last line holds their number, which detects a truncated
 * file.
 */

/** All tables, each after the tables that its foreign keys refer to. */
export const TABLES = [
  'revision',
  'actor',
  'actor_version',
  'affiliation',
  'codebook',
  'stance_level',
  'condition',
  'codebook_default',
  'codebook_denial',
  'document',
  'document_version',
  'correspondent',
  'document_reference',
  'document_text',
  'passage',
  'passage_search',
  'coding',
  'coding_version',
  'position',
  'evidence',
  'attribution_step',
  'attribution_audience',
] as const;

export type Table = (typeof TABLES)[number];

/** Tables of earlier versions, which migrations have dropped since. */
export const FORMER_TABLES = ['actor_alias', 'superseded_header'] as const;

/** Tables of all versions, in the order of {@link TABLES}: a database has some of them. */
export const ALL_TABLES: readonly (Table | (typeof FORMER_TABLES)[number])[] = [
  ...TABLES.slice(0, TABLES.indexOf('document_text')),
  ...FORMER_TABLES,
  ...TABLES.slice(TABLES.indexOf('document_text')),
];

/** Value of the header's `format`. */
export const FORMAT = 'demarche-backup';
/** Value of the header's `version`. A change to the format that older versions cannot read raises it. */
export const FORMAT_VERSION = 1;

/** The field names are part of the file format: `rows` are database records. */
export type BackupLine =
  | {
      readonly kind: 'header';
      readonly format: typeof FORMAT;
      readonly version: number;
      /** Names of the migrations that the records conform to. */
      readonly migrations: readonly string[];
      /** Number of the latest revision. */
      readonly revision: number;
    }
  | {
      readonly kind: 'rows';
      readonly table: Table | (typeof FORMER_TABLES)[number];
      readonly rows: readonly object[];
    }
  | { readonly kind: 'end'; readonly rows: number };
