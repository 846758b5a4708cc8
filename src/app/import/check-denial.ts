/** Whether a denial disputes what was ascribed to its holder, with a stance of its own (codebook.md, "Claims and denials"). */
import type { CodebookDraft } from '#src/domain/corpus.ts';
import { dayNumber } from '#src/domain/dates.ts';
import { daysOf } from '#src/domain/possible-days.ts';
import { STANCE_VALUE, STANCES, type Stance } from '#src/domain/vocabulary.ts';
import type { CodedStatement } from '#src/ingest/data-files/coding-file.ts';
import type { Path } from '#src/ingest/data-files/read-yaml.ts';
import type { AreTied } from './actor-ties.ts';

type Report = (at: Path, message: string) => void;

/**
 * Reports a denial whose disputed statement is another holder's, or has no position on one of the denial's
 * conditions; and stances that the codebook does not allow a denial of that position.
 */
export function checkDenial(
  denial: CodedStatement,
  statements: readonly CodedStatement[],
  { slug, version, denials }: CodebookDraft,
  areTied: AreTied,
  report: Report,
): void {
  const disputed = statements.find(({ id }) => id === denial.disputes);
  if (disputed === undefined) return;
  const { day, precision } = denial.statedOn;
  const days = daysOf(dayNumber(day) ?? 0, precision, denial.onOrBefore);
  if (!areTied(denial.holder, disputed.holder, days))
    report(
      ['disputes'],
      `A denial is of what is ascribed to its holder, ${denial.holder}, but "${disputed.id}" is a statement of ${disputed.holder}, who was not part of it then, nor it of ${disputed.holder}.`,
    );
  for (const [p, { condition, stance }] of denial.positions.entries()) {
    const denied = disputed.positions.find((each) => each.condition === condition);
    if (denied === undefined) {
      const conditions = disputed.positions.map((each) => each.condition).join(', ');
      report(
        ['disputes'],
        `The disputed statement "${disputed.id}" has no position on ${condition}; it has ${conditions}. Code what the denial says of ${condition} as a statement of its own.`,
      );
    } else if (stance === denied.stance) {
      report(
        ['positions', p, 'stance'],
        `The stance of a denial is the one that the holder takes by denying. This one denies ${denied.stance} and cannot itself be ${stance}.`,
      );
    } else if (denials?.stance === 'OPPOSITE' && stance !== oppositeOf(denied.stance)) {
      report(
        ['positions', p, 'stance'],
        `By the codebook "${slug}", version ${version}, the stance of a denial is the opposite of the one it denies: for ${denied.stance} it is ${oppositeOf(denied.stance)}, not ${stance}.`,
      );
    }
  }
}

function oppositeOf(stance: Stance): Stance {
  return STANCES.find((each) => STANCE_VALUE[each] === -STANCE_VALUE[stance]) ?? stance;
}
