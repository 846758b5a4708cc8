import { readWrittenDate } from '../../text/written-date.ts';
import type { HeaderLabel } from './header-label.ts';

/** A line between the labels that has no label of its own. */
export interface UnlabelledLine {
  readonly text: string;
  /** Index of the label that it stands below; -1 above the first. */
  readonly below: number;
}

function isDateLine(text: string): boolean {
  return readWrittenDate(text.trim()) !== null;
}

function isAddressLine(text: string): boolean {
  return /[@©;<>]/.test(text) || /^\s*[A-Z][\w'-]+, [A-Z]/.test(text);
}

/** A label and the lines found for its value so far. */
interface Slot {
  readonly label: HeaderLabel;
  readonly lines: string[];
}

function isEmpty(slot: Slot | undefined): boolean {
  return slot !== undefined && slot.label.value === '' && slot.lines.length === 0;
}

/** Whether the label, still without a value, can have this line for one. */
function suits(slot: Slot | undefined, text: string): boolean {
  if (slot === undefined || !isEmpty(slot)) return false;
  if (slot.label.field === 'sent') return isDateLine(text);
  if (isDateLine(text)) return false;
  return slot.label.field !== 'from' || text.trim().length < 80;
}

/**
 * Gives the lines that have no label of their own to the label above or below them; the result
 * has the lines of each label. A page's baselines drift, so that a value may stand on the line
 * above its label; a date can only be the date, and a list of addressees goes on.
 */
export function assignUnlabelledLines(
  labels: readonly HeaderLabel[],
  loose: readonly UnlabelledLine[],
): readonly (readonly string[])[] {
  const slots: readonly Slot[] = labels.map((label) => ({ label, lines: [] }));
  let rises = loose[0]?.below === -1;
  for (const line of loose) {
    const above = slots[line.below];
    const below = slots[line.below + 1];
    const list = above?.label.field === 'to' || above?.label.field === 'cc';
    const listGoesOn = list && !isEmpty(above) && isAddressLine(line.text);
    const belongsBelow =
      suits(below, line.text) &&
      (above === undefined ||
        below?.label.field === 'sent' ||
        rises ||
        (!suits(above, line.text) && !listGoesOn));
    const target = belongsBelow ? below : above;
    if (belongsBelow) rises = true;
    target?.lines.push(line.text.trim());
  }
  return slots.map((slot) => slot.lines);
}
