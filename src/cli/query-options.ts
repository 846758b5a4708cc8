/** Options that `compare`, `positions` and `network` share: filter, codebook, revision and format. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PositionFilter } from '#src/app/positions/position-filter.ts';
import { dayNumber } from '#src/domain/dates.ts';
import {
  CHANNELS,
  CODING_CHOICES,
  DOCUMENT_KINDS,
  MODALITIES,
  POSITION_STATUSES,
  RELEASES,
  WORDINGS,
} from '#src/domain/vocabulary.ts';

/** How a result is printed. */
const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The shared options as commander returns them. */
export interface QueryOptions extends Omit<PositionFilter, 'reportedBy'> {
  readonly reportedBy?: readonly string[];
  readonly conditions?: readonly string[];
  readonly codebook?: string;
  readonly revision?: number;
  readonly format: Format;
}

/** Adds the shared options to a command. */
export function addQueryOptions(command: Command): Command {
  return command
    .option('--conditions <codes>', 'condition codes, comma-separated (default: all)', list)
    .option(
      '--codebook <name>',
      'codebook, such as quartet-principles@1 (default: the default one)',
    )
    .option('--revision <number>', 'revision of the corpus (default: the latest)', wholeNumber(1))
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('table'))
    .option('--stated-from <day>', 'filter: stated on or after this day (YYYY-MM-DD)', isoDate)
    .option('--stated-to <day>', 'filter: stated on or before this day (YYYY-MM-DD)', isoDate)
    .option('--channels <channels>', `filter: ${CHANNELS.join(', ')}`, listOf(CHANNELS))
    .option('--max-retellings <number>', 'filter: maximum number of retellings', wholeNumber(0))
    .option('--wordings <wordings>', `filter: ${WORDINGS.join(', ')}`, listOf(WORDINGS))
    .option('--modalities <modalities>', `filter: ${MODALITIES.join(', ')}`, listOf(MODALITIES))
    .option(
      '--document-kinds <kinds>',
      `filter: ${DOCUMENT_KINDS.join(', ')}`,
      listOf(DOCUMENT_KINDS),
    )
    .option('--releases <releases>', `filter: ${RELEASES.join(', ')}`, listOf(RELEASES))
    .option('--reported-by <slugs>', 'filter: actors that the document’s author spoke for', list)
    .option('--coders <names>', 'filter: coders, comma-separated', list)
    .option(
      '--statuses <statuses>',
      `filter: ${POSITION_STATUSES.join(', ')}`,
      listOf(POSITION_STATUSES),
    )
    .addOption(
      new Option(
        '--codings <choice>',
        'filter: ONE coding of each document, or ALL (default: ONE, or ALL with --coders)',
      ).choices(CODING_CHOICES),
    );
}

/** The filter among the options. */
export function filterOf(options: QueryOptions): PositionFilter {
  const { statedFrom, statedTo, channels, maxRetellings, wordings, modalities } = options;
  const { documentKinds, releases, reportedBy, coders, statuses, codings } = options;
  return {
    statedFrom,
    statedTo,
    channels,
    maxRetellings,
    wordings,
    modalities,
    documentKinds,
    releases,
    reportedBy,
    coders,
    statuses,
    codings,
  };
}

/** Parses a comma-separated list. */
export function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Parses a comma-separated list of words of a vocabulary, in upper or lower case. */
/** Parses a list of words of a vocabulary, in any case, separated by commas. */
export function listOf<Word extends string>(vocabulary: readonly Word[]) {
  return (text: string): readonly Word[] =>
    list(text).map((item) => {
      const word = vocabulary.find((each) => each.toUpperCase() === item.toUpperCase());
      if (word !== undefined) return word;
      throw new InvalidArgumentError(`"${item}" is not one of ${vocabulary.join(', ')}.`);
    });
}

/** Parses a whole number of at least `min`. */
export function wholeNumber(min: number) {
  return (text: string): number => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= min) return Number(text);
    throw new InvalidArgumentError(`Give a whole number of at least ${min}.`);
  };
}

function isoDate(text: string): string {
  if (dayNumber(text) !== null) return text;
  throw new InvalidArgumentError('Give a calendar date as YYYY-MM-DD.');
}
