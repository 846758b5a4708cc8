/**
 * Finds the next paragraph's heading at the end of this paragraph, in a text whose lines were
 * merged: `… until July. OUTLOOK FOR THE TALKS ---------------------`.
 */

/** The heading's words, and the offset in the line at which it begins. */
export interface HeadingAtLineEnd {
  readonly at: number;
  readonly words: string;
}

const MAX_LENGTH = 160;

/** Finds a heading with its rule at the end of a line, within the last few hundred characters. */
export function headingAtLineEnd(line: string): HeadingAtLineEnd | null {
  const text = line.trimEnd();
  if (!text.endsWith('-')) return null;
  let end = text.length;
  while (end > 0 && (text[end - 1] === '-' || text[end - 1] === ' ')) end -= 1;
  if (!text.slice(end, end + 400).includes('----')) return null;
  const floor = Math.max(0, end - MAX_LENGTH);
  const window = text.slice(floor, end);
  return betweenRules(window, floor) ?? inCapitals(window, floor);
}

/** Reads a heading between two rules: `---- Iran ----`. */
function betweenRules(window: string, floor: number): HeadingAtLineEnd | null {
  const rule = window.lastIndexOf('---');
  if (rule < 0) return null;
  let at = rule;
  while (at > 0 && (window[at - 1] === '-' || window[at - 1] === ' ')) at -= 1;
  const words = window.slice(rule + 3).replace(/^[- ]+/, '');
  if (!/[A-Za-z]{2}/.test(words) || /[.!?]$/.test(words)) return null;
  return { at: floor + at, words };
}

/**
 * Reads the words without lower-case letters that end the window and follow a complete sentence.
 */
function inCapitals(window: string, floor: number): HeadingAtLineEnd | null {
  const tokens = [...window.matchAll(/\S+/g)];
  let first = tokens.length;
  while (first > 0) {
    const token = tokens[first - 1]?.[0] ?? '';
    const isLastWordOfSentence = first < tokens.length && /[.!?]["”)]?$/.test(token);
    if (/[a-z]/.test(token) || isLastWordOfSentence) break;
    first -= 1;
  }
  const start = tokens[first];
  if (!start || first === 0) return null;
  const before = tokens[first - 1]?.[0] ?? '';
  const words = window.slice(start.index);
  if (!/[.!?)"”]$/.test(before) || words.replace(/[^A-Z]/g, '').length < 4) return null;
  return { at: floor + start.index, words };
}
