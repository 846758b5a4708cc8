/** A coding file: the statements that one coder coded in one document. See seeds/codings. */
import { z } from 'zod';
import { dayNumber, type PartialDate } from '#src/domain/dates.ts';
import { certainlyBefore, daysOf, type PossibleDays } from '#src/domain/possible-days.ts';
import {
  CHANNELS,
  CONFIDENCES,
  MODALITIES,
  POSITION_STATUSES,
  STANCES,
  WORDINGS,
} from '#src/domain/vocabulary.ts';
import { partialDate, prose, slug } from './field-schemas.ts';
import { type Path, type Problem, readYaml, type YamlResult } from './read-yaml.ts';

const attributionStep = z.strictObject({
  speaker: slug,
  audience: z.array(slug).default([]),
  channel: z.enum(CHANNELS),
  date: partialDate.optional(),
});

const codedPosition = z.strictObject({
  condition: z.string(),
  stance: z.enum(STANCES),
  confidence: z.enum(CONFIDENCES).default('HIGH'),
  summary: prose,
  rationale: prose.optional(),
});

/** Where a quotation stands, if it occurs several times or its place is to be checked. */
const place = {
  /** The paragraph's number. */
  passage: z.number().int().optional(),
  /** UTF-16 units of the stored text, end exclusive. */
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().positive().optional(),
};

const quotation = z.strictObject({ quote: prose, ...place }).superRefine(checkOffsets);

const statement = z
  .strictObject({
    id: slug,
    holder: slug,
    /** The actor for whom the holder says that it speaks, in place of its affiliations. */
    onBehalfOf: slug.optional(),
    statedOn: partialDate,
    onOrBefore: z.boolean().default(false),
    channel: z.enum(CHANNELS),
    wording: z.enum(WORDINGS),
    modality: z.enum(MODALITIES).default('ASSERTED'),
    disputes: slug.optional(),
    quote: prose.optional(),
    ...place,
    quotes: z.array(quotation).optional(),
    attribution: z.array(attributionStep).min(1, 'needs at least the step that made the document'),
    positions: z.array(codedPosition).min(1, 'needs at least one position'),
  })
  .superRefine((value, context) => {
    const { quote, quotes, passage, start, end } = value;
    const refuse = (field: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [field], message });
    };
    if (quotes === undefined) {
      if (quote === undefined) refuse('quote', 'is missing; give quote, or quotes for several');
      checkOffsets(value, context);
      return;
    }
    if (quote !== undefined)
      refuse('quotes', 'stands beside quote; write all quotations into quotes');
    if (quotes.length < 2) refuse('quotes', 'needs at least two items; one quotation is a quote');
    for (const [field, given] of Object.entries({ passage, start, end }))
      if (given !== undefined) refuse(field, 'belongs to an item of quotes');
  });

function checkOffsets(
  { start, end }: { readonly start?: number | undefined; readonly end?: number | undefined },
  context: z.RefinementCtx,
): void {
  const message =
    start === undefined && end !== undefined
      ? 'needs start beside it'
      : end === undefined && start !== undefined
        ? 'needs end beside it, the offset after the last unit'
        : start !== undefined && end !== undefined && end <= start
          ? `${end} is not after start, ${start}; end is the offset after the last unit`
          : null;
  const field = end === undefined ? 'start' : 'end';
  if (message !== null) context.addIssue({ code: 'custom', path: [field], message });
}

const codingFile = z.strictObject({
  document: z.string(),
  codebook: slug,
  version: z.number().int().positive(),
  coder: slug,
  status: z.enum(POSITION_STATUSES).default('PROVISIONAL'),
  statements: z.array(statement),
});

export type CodingFile = z.infer<typeof codingFile>;
export type CodedStatement = z.infer<typeof statement>;

/** A quotation of a statement, with its place in the file below the statement. */
export interface CodedQuotation {
  readonly quote: string;
  readonly passage: number | null;
  readonly offsets: { readonly start: number; readonly end: number } | null;
  readonly at: Path;
}

/** The quotations of a statement, one or several, in order. */
export function quotationsOf(coded: CodedStatement): readonly CodedQuotation[] {
  const listed = coded.quotes?.map((each, i) => ({ ...each, at: ['quotes', i, 'quote'] }));
  return (listed ?? [{ ...coded, at: ['quote'] }]).map(
    ({ quote = '', passage = null, start, end, at }) => ({
      quote,
      passage,
      offsets: start === undefined || end === undefined ? null : { start, end },
      at,
    }),
  );
}

export function isCodingFile(keys: ReadonlySet<string>): boolean {
  return keys.has('statements') || (keys.has('document') && keys.has('codebook'));
}

export function readCodingFile(text: string): YamlResult<CodingFile> {
  const result = readYaml(text, codingFile);
  if (result.kind === 'refused') return result;
  const { value, lineOf } = result;
  const problems = [...findDuplicates(value, lineOf), ...findContradictions(value, lineOf)];
  return problems.length === 0 ? result : { kind: 'refused', problems };
}

/** Reports duplicate ids of statements. */
function findDuplicates(file: CodingFile, lineOf: (path: Path) => number): readonly Problem[] {
  const firstLine = new Map<string, number>();
  return file.statements.flatMap(({ id }, s) => {
    const line = lineOf(['statements', s, 'id']);
    const before = firstLine.get(id);
    if (before === undefined) firstLine.set(id, line);
    return before === undefined
      ? []
      : [{ line, message: `The statement id "${id}" is already defined at line ${before}.` }];
  });
}

/** Reports what disputes no assertion of another statement, and chains that are not in order of time. */
function findContradictions(
  { statements }: CodingFile,
  lineOf: (path: Path) => number,
): readonly Problem[] {
  return statements.flatMap((coded, s) => {
    const problem = (at: Path, message: string | null): readonly Problem[] =>
      message === null ? [] : [{ line: lineOf(['statements', s, ...at]), message }];
    return [
      ...problem(['disputes'], whyNotDisputed(coded, statements)),
      ...coded.attribution.flatMap((_, i) =>
        problem(['attribution', i, 'date'], whyNotThen(coded, i)),
      ),
    ];
  });
}

/** Why a step of the chain cannot be of its date: the first is the statement itself, the others retell it. */
function whyNotThen(
  { statedOn, onOrBefore, attribution }: CodedStatement,
  i: number,
): string | null {
  const { speaker, date } = attribution[i] ?? {};
  if (date === undefined) return null;
  const days = daysOfDate(date);
  const stated = daysOf(dayNumber(statedOn.day) ?? 0, statedOn.precision, onOrBefore);
  if (i === 0 && (certainlyBefore(days, stated) || certainlyBefore(stated, days)))
    return `The first step is the statement itself: it is of ${date.day}, but statedOn is ${onOrBefore ? 'on or before ' : ''}${statedOn.day}.`;
  const isEarly =
    certainlyBefore(days, stated) ||
    attribution
      .slice(0, i)
      .some((step) => step.date !== undefined && certainlyBefore(days, daysOfDate(step.date)));
  return isEarly
    ? `${speaker} retells on ${date.day} what was said later. List the steps in order of time, from the holder's own.`
    : null;
}

function whyNotDisputed(
  { id, modality, disputes }: CodedStatement,
  statements: readonly CodedStatement[],
): string | null {
  if (disputes === undefined) return null;
  const other = statements.find((each) => each.id === disputes);
  if (other === undefined) return `No statement in this file has the id "${disputes}".`;
  if (disputes === id) return 'A statement cannot dispute itself.';
  if (modality !== 'DENIED')
    return 'Only a denial disputes another statement. Add modality: DENIED, or remove disputes.';
  if (other.modality !== 'ASSERTED')
    return `"${disputes}" is a denial itself. A denial disputes a statement that asserts the position.`;
  return null;
}

function daysOfDate({ day, precision }: PartialDate): PossibleDays {
  return daysOf(dayNumber(day) ?? 0, precision, false);
}
