import { readWrittenDate } from '../../text/written-date.ts';
import type { HeaderLabel } from './header-label.ts';

/** A line among the labels that has no label. */
export interface UnlabelledLine {
  readonly text: string;
  /** Index of the label above it; -1 if it is above the first label. */
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

/** Whether a label has no value yet and this line can be its value. */
function canTake(slot: Slot | undefined, text: string): boolean {
  if (slot === undefined || !isEmpty(slot)) return false;
  if (slot.label.field === 'sent') return isDateLine(text);
  if (isDateLine(text)) return false;
  return slot.label.field !== 'from' || text.trim().length < 80;
}

/**
 * Assigns each unlabelled line to the label above or below it; returns the lines of each label.
 * Baselines drift in scans, so a value may be on the line above its label. A date is always the
 * value of the date label, and an address continues a list of addressees.
 */
export function assignUnlabelledLines(
  labels: readonly HeaderLabel[],
  loose: readonly UnlabelledLine[],
): readonly (readonly string[])[] {
  const slots: readonly Slot[] = labels.map((label) => ({ label, lines: [] }));
  let valuesPrecedeLabels = loose[0]?.below === -1;
  for (const line of loose) {
    const above = slots[line.below];
    const below = slots[line.below + 1];
    const list = above?.label.field === 'to' || above?.label.field === 'cc';
    const continuesList = list && !isEmpty(above) && isAddressLine(line.text);
    const belongsBelow =
      canTake(below, line.text) &&
      (above === undefined ||
        below?.label.field === 'sent' ||
        valuesPrecedeLabels ||
        (!canTake(above, line.text) && !continuesList));
    const target = belongsBelow ? below : above;
    if (belongsBelow) valuesPrecedeLabels = true;
    target?.lines.push(line.text.trim());
  }
  return slots.map((slot) => slot.lines);
}
