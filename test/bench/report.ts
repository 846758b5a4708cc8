/** The table that a run prints, in Markdown. */
import { cpus, totalmem } from 'node:os';
import { type CorpusMeasured, type Measured, median } from './measure.ts';
import type { Explored, Times } from './measure-explorer.ts';
import type { Repeated } from './measure-repeats.ts';

/** Sizes first to last; the last one is reported whole, the others for how cost grows. */
export function report(
  runs: readonly CorpusMeasured[],
  repeated: readonly Repeated[],
  explored: Explored | null,
  versions: Readonly<Record<string, string>>,
): string {
  const last = runs.at(-1);
  if (last === undefined) throw new Error('Nothing was measured.');
  const { corpus, columns } = last;
  return [
    machine(versions),
    '',
    `${corpus.positions.toLocaleString('en')} positions in ${corpus.documents.toLocaleString('en')} documents ` +
      `(made in ${corpus.seconds.toFixed(0)} s, ${megabytes(corpus.bytes / 2 ** 20)} on disk). ` +
      'Milliseconds with one connection, requests a second with eight; ratios to Démarche, above 1 where Démarche is better. ' +
      `Memory of each Node process at the end; PostgreSQL, for all but the loop over arrays, ${megabytes(last.postgres)}.`,
    '',
    ...table(
      ['what', 'who', 'p50', 'p95', 'p99', 'p50 ratio', 'req/s', 'req/s ratio', 'RSS'],
      last.measured.map((row) => line(row, last)),
    ),
    '',
    `Loading the columns: ${columns.seconds.toFixed(2)} s, ${columns.bytesPerPosition.toFixed(0)} bytes held per position ` +
      `(documents and actors included), ${megabytes(columns.peakMegabytes)} at the peak. ` +
      `The corpus after a revision of 100 positions: ${figures(median(columns.changed))} ms; ` +
      `unchanged: ${figures(median(columns.unchanged))} ms.`,
    '',
    ...again(repeated),
    '',
    ...(explored === null ? [] : [...drawn(explored), '']),
    ...(runs.length > 1 ? growth(runs) : []),
  ].join('\n');
}

function machine(versions: Readonly<Record<string, string>>): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}: ${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memory}; ${parts.join(', ')}.`;
}

function line(row: Measured, { measured, memory }: CorpusMeasured): readonly string[] {
  const ours = measured.find(({ workload }) => workload === row.workload) ?? row;
  return [
    row.workload,
    row.contender,
    figures(row.p50),
    figures(row.p95),
    figures(row.p99),
    ratio(row.p50 / ours.p50),
    row.perSecond === null ? '' : figures(row.perSecond),
    row.perSecond === null || ours.perSecond === null ? '' : ratio(ours.perSecond / row.perSecond),
    megabytes(memory.get(row.contender) ?? 0),
  ];
}

/** p50 at each size, and the power of the size with which it grows. */
function growth(runs: readonly CorpusMeasured[]): readonly string[] {
  const sizes = runs.map(({ corpus }) => corpus.positions);
  const row = (what: string, who: string, values: readonly number[]): readonly string[] => [
    what,
    who,
    ...values.map(figures),
    exponent(sizes, values).toFixed(2),
  ];
  const names = runs.at(-1)?.measured ?? [];
  const rows = names.map(({ workload, contender }) =>
    row(
      workload,
      contender,
      runs.map(
        ({ measured }) =>
          measured.find((each) => each.workload === workload && each.contender === contender)
            ?.p50 ?? Number.NaN,
      ),
    ),
  );
  return [
    'Growth: p50 in milliseconds by positions, and the exponent (1 is in proportion to size, 0 not at all).',
    '',
    ...table(
      ['what', 'who', ...sizes.map((size) => size.toLocaleString('en')), 'exponent'],
      [
        ...rows,
        row(
          'loading columns',
          'Démarche',
          runs.map(({ columns }) => columns.seconds * 1000),
        ),
        row(
          'corpus after a revision',
          'Démarche',
          runs.map(({ columns }) => median(columns.changed)),
        ),
      ],
    ),
  ];
}

/** A persisted operation asked again and again, beside a bare server that sends the same bytes. */
function again(repeated: readonly Repeated[]): readonly string[] {
  const rows = repeated.map(({ what, who, connections, perSecond, ofLimit, p50, p99, bytes }) => [
    what,
    who,
    String(connections),
    figures(perSecond),
    Number.isNaN(ofLimit) ? '' : ratio(ofLimit),
    figures(p50),
    figures(p99),
    bytes.toLocaleString('en'),
  ]);
  return [
    'The operation Matrix of eight parties, by GET and by POST; ratios to the bare server in the same rounds, 1 being the limit.',
    '',
    ...table(['what', 'who', 'connections', 'req/s', 'of the limit', 'p50', 'p99', 'bytes'], rows),
  ];
}

function drawn({ opening, moves }: Explored): readonly string[] {
  return [
    'The explorer in Chromium, milliseconds: until the matrix can be used, nothing being kept; and from a move of the time brush to the painted matrix.',
    '',
    '| what | times | p50 | p95 | at most |',
    '| --- | --: | --: | --: | --: |',
    timesRow('opening', opening),
    ...moves.map((move) =>
      timesRow(`a move of the brush by ${move.by}, ${move.cells} cells`, move),
    ),
  ];
}

function timesRow(what: string, { count, p50, p95, most }: Times): string {
  return `| ${what} | ${count} | ${figures(p50)} | ${figures(p95)} | ${figures(most)} |`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Slope of log time over log size, by least squares. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const [mx, my] = [mean(x), mean(y)];
  const over = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0);
  return over / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  // Names to the left, figures to the right.
  const rule = head.map((_, i) => (i < 2 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function ratio(value: number): string {
  return `${figures(value)}×`;
}

function megabytes(value: number): string {
  return `${Math.round(value).toLocaleString('en')} MB`;
}

/** Three figures. */
function figures(value: number): string {
  return value >= 100 ? Math.round(value).toString() : value.toPrecision(3);
}
