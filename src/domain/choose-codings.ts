/**
 * Which codings count. A coding is the work of one coder on one document by one codebook. Several on
 * one document say the same things again, so that figures count one of them: a settled one, else the
 * only one, else that of the coder whose name sorts first. One without positions counts as others do: its
 * coder found nothing in the document.
 */
import type { Counting, PositionStatus } from './vocabulary.ts';

/** What decides whether a coding counts. */
export interface ChoosableCoding {
  readonly coder: string;
  readonly status: PositionStatus;
}

/** Whether each of the codings of one document by one codebook counts. */
export function chooseCodings(codings: readonly ChoosableCoding[]): readonly Counting[] {
  const settled = codings.filter(({ status }) => status === 'SETTLED');
  const [first, ...others] = (settled.length > 0 ? settled : codings)
    .map(({ coder }) => coder)
    .toSorted();
  return codings.map(({ coder }) => {
    if (coder !== first) return 'NOT_COUNTED';
    return others.length > 0 ? 'BY_RULE' : 'COUNTED';
  });
}
