import { once } from 'node:events';
import { csvFormatRow } from 'd3-dsv';
import type { Format } from './query-options.ts';

/** One line of a result: a value for each column. */
export type OutputRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Maximum characters of a value in a table; longer ones end in "…". */
const MAX_WIDTH = 60;

/**
 * Prints records to standard output: as an aligned table, as CSV (RFC 4180, UTF-8) with a header, or as
 * JSON, one object per line. CSV and JSON are written as the records arrive.
 */
export async function printRecords(
  columns: readonly string[],
  records: AsyncIterable<OutputRecord> | Iterable<OutputRecord>,
  format: Format,
): Promise<void> {
  if (format === 'table') {
    await write(toTable(columns, await Array.fromAsync(records)));
    return;
  }
  if (format === 'csv') await write(`${csvFormatRow([...columns])}\n`);
  for await (const record of records)
    await write(
      format === 'json'
        ? `${JSON.stringify(record)}\n`
        : `${csvFormatRow(columns.map((column) => toText(record[column])))}\n`,
    );
}

/** Waits where the reader is slower than the writer. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function toTable(columns: readonly string[], records: readonly OutputRecord[]): string {
  const cells = records.map((record) => columns.map((column) => toCell(record[column])));
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...cells.map((line) => line[i]?.length ?? 0)),
  );
  const isNumeric = columns.map((column) =>
    records.every((record) => typeof (record[column] ?? 0) === 'number'),
  );
  const toLine = (line: readonly string[]): string =>
    line
      .map((cell, i) =>
        isNumeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [columns, widths.map((width) => '-'.repeat(width)), ...cells]
    .map((line) => `${toLine(line)}\n`)
    .join('');
}

/** Null is empty; numbers have at most four decimals in a table, all of them elsewhere. */
function toCell(value: OutputRecord[string] | undefined): string {
  const number = typeof value === 'number' ? Number(value.toFixed(4)) : value;
  const text = toText(number).replaceAll(/\s+/g, ' ');
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH - 1)}…` : text;
}

function toText(value: OutputRecord[string] | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
