/** Whether the attribution of a position leads from its holder to its document (codebook.md, "Attribution"). */
import type { DocumentDraft, PositionDraft } from '#src/domain/corpus.ts';
import { dayNumber, type PartialDate, parsePartialDate } from '#src/domain/dates.ts';
import { certainlyBefore, daysOf, type PossibleDays } from '#src/domain/possible-days.ts';
import type { Path } from '#src/ingest/data-files/read-yaml.ts';
import type { AreTied } from './actor-ties.ts';

/** A statement, its chain, and where in the statement something is wrong. */
type Told = Pick<
  PositionDraft,
  'holder' | 'statedOn' | 'statedOnPrecision' | 'onOrBefore' | 'attribution'
>;
type Report = (at: Path, message: string) => void;

/**
 * Reports a chain that contradicts its document: whose first speaker is not the holder's voice, whose last
 * speaker did not write the document, that makes another's document the holder's own, or that is later than
 * the document. What is not known (an author, a date) contradicts nothing. That a speaker heard the step
 * before is not checked: an audience may be incomplete, and what was said in public or has leaked can be
 * told by anyone.
 */
export function checkAttribution(
  told: Told,
  document: DocumentDraft,
  areTied: AreTied,
  report: Report,
): void {
  checkEnds(told, document, areTied, report);
  checkTimes(told, document, report);
}

function checkEnds(told: Told, document: DocumentDraft, areTied: AreTied, report: Report): void {
  const { holder, attribution } = told;
  const [first, last] = [attribution[0]?.speaker ?? '', attribution.at(-1)?.speaker ?? ''];
  const stated = statedDays(told);
  const startsAtHolder = areTied(first, holder, stated);
  if (!startsAtHolder)
    report(
      ['attribution', 0, 'speaker'],
      `The first speaker must be the holder, ${holder}, or speak for it: ${first} was not part of it then, nor it of ${first}. Begin with the step in which ${holder} said it, or list the affiliation of ${first} in an actors file.`,
    );
  const authors = document.correspondents.flatMap(({ role, actor }) =>
    role === 'AUTHOR' && actor !== null ? [actor] : [],
  );
  if (authors.length === 0) return;
  const written = documentDays(document) ?? { first: stated.first, last: Infinity };
  const names = authors.join(' or ');
  if (!authors.some((author) => areTied(last, author, written)))
    report(
      ['attribution', attribution.length - 1, 'speaker'],
      `The last speaker must be the document's author, ${names}, not ${last}, who was not part of it then, nor it of ${last}.`,
    );
  else if (
    startsAtHolder &&
    attribution.length === 1 &&
    !authors.some((author) => areTied(author, holder, written))
  )
    report(
      ['attribution', 0, 'speaker'],
      `One step means that the document is the holder's own, but ${names} is not part of ${holder}, nor ${holder} of it. Add the step in which the author tells what ${holder} said.`,
    );
}

function checkTimes(told: Told, document: DocumentDraft, report: Report): void {
  const written = documentDays(document);
  if (written === null) return;
  if (certainlyBefore(written, statedDays(told)))
    report(
      ['statedOn'],
      `The statement is of ${told.statedOn}, after its document, which is of ${document.createdAt}. Correct one of the two dates.`,
    );
  for (const [i, { toldOn }] of told.attribution.entries())
    if (toldOn !== null && certainlyBefore(written, datedDays(toldOn)))
      report(
        ['attribution', i, 'date'],
        `This step is of ${toldOn.day}, after the document, which is of ${document.createdAt}. Correct one of the two dates.`,
      );
}

function statedDays({ statedOn, statedOnPrecision, onOrBefore }: Told): PossibleDays {
  return daysOf(dayNumber(statedOn) ?? 0, statedOnPrecision, onOrBefore);
}

function datedDays({ day, precision }: PartialDate): PossibleDays {
  return daysOf(dayNumber(day) ?? 0, precision, false);
}

function documentDays({ createdAt }: DocumentDraft): PossibleDays | null {
  const date = createdAt === null ? null : parsePartialDate(createdAt.slice(0, 10));
  return date && datedDays(date);
}
