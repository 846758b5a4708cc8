/**
 * A backup: lines of JSON, gzipped, that either engine can write and read. The first line is the
 * header, then come a line for each table and its rows, and the last line counts them, so that
 * a file cut short is known for one.
 */

/** Tables in an order in which every row finds those it refers to. */
export const TABLES = [
  'revision',
  'actor',
  'actor_alias',
  'affiliation',
  'codebook',
  'stance_level',
  'condition',
  'document',
  'correspondent',
  'superseded_header',
  'document_reference',
  'document_text',
  'passage',
  'position',
  'evidence',
  'attribution_step',
  'attribution_audience',
] as const;

export type Table = (typeof TABLES)[number];

export const FORMAT = 'demarche-backup';
export const FORMAT_VERSION = 1;

export type BackupLine =
  | {
      readonly kind: 'header';
      readonly format: typeof FORMAT;
      readonly version: number;
      readonly migrations: readonly string[];
      readonly revision: number;
    }
  | { readonly kind: 'rows'; readonly table: Table; readonly rows: readonly object[] }
  | { readonly kind: 'end'; readonly rows: number };
