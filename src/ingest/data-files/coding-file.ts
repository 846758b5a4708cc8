/** A coding file: the statements that one coder coded in one document. See seeds/codings. */
import { z } from 'zod';
import { dayNumber, type PartialDate } from '#src/domain/dates.ts';
import { daysOf } from '#src/domain/possible-days.ts';
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

const statement = z.strictObject({
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
  quote: prose,
  /** The paragraph's number, required if the quotation occurs in several paragraphs. */
  passage: z.number().int().optional(),
  attribution: z.array(attributionStep).min(1, 'needs at least the step that made the document'),
  positions: z.array(codedPosition).min(1, 'needs at least one position'),
});

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

/** Reports duplicate ids and duplicate (quotation, holder, condition) units. */
function findDuplicates(file: CodingFile, lineOf: (path: Path) => number): readonly Problem[] {
  const problems: Problem[] = [];
  const firstLine = new Map<string, number>();
  const reportDuplicate = (unit: string, path: Path, what: string): void => {
    const before = firstLine.get(unit);
    const line = lineOf(path);
    if (before === undefined) firstLine.set(unit, line);
    else problems.push({ line, message: `${what} is already defined at line ${before}.` });
  };
  file.statements.forEach((coded, s) => {
    reportDuplicate(`id ${coded.id}`, ['statements', s, 'id'], `The statement id "${coded.id}"`);
    const words = coded.quote.replaceAll(/\s+/g, ' ');
    coded.positions.forEach((position, p) => {
      reportDuplicate(
        `unit ${coded.holder} ${position.condition} ${words}`,
        ['statements', s, 'positions', p, 'condition'],
        `A position of ${coded.holder} on ${position.condition} in these very words`,
      );
    });
  });
  return problems;
}

/** Reports what disputes no assertion of another statement, and what was retold before it was told. */
function findContradictions(
  { statements }: CodingFile,
  lineOf: (path: Path) => number,
): readonly Problem[] {
  return statements.flatMap((coded, s) => {
    const at: Path = ['statements', s];
    const disputed = whyNotDisputed(coded, statements);
    const early = coded.attribution.findIndex((step, i) => {
      const before = coded.attribution.slice(0, i).findLast(({ date }) => date !== undefined)?.date;
      return step.date !== undefined && before !== undefined && isBefore(step.date, before);
    });
    return [
      ...(disputed === null ? [] : [{ line: lineOf([...at, 'disputes']), message: disputed }]),
      ...(early === -1
        ? []
        : [
            {
              line: lineOf([...at, 'attribution', early, 'date']),
              message: `${coded.attribution[early]?.speaker} retells on ${coded.attribution[early]?.date?.day} what was said later. List the steps in order of time, from the holder's own.`,
            },
          ]),
    ];
  });
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

/** Whether a date is before another one, however imprecise both are. */
function isBefore(one: PartialDate, other: PartialDate): boolean {
  const { last } = daysOf(dayNumber(one.day) ?? 0, one.precision, false);
  return last < (dayNumber(other.day) ?? 0);
}
