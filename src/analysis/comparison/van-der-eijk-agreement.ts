/**
 * Agreement A of a distribution over an ordinal scale, −1…1: 1 if all positions are at one level, 0
 * if they are spread evenly over all levels, −1 if half are at each end (van der Eijk 2001,
 * "Measuring agreement in ordered rating scales", Quality & Quantity 35:325–341). `counts` are in
 * order of level.
 *
 * The distribution is split into layers, each a pattern of occupied and empty levels. A layer with
 * S of K levels occupied has
 *
 *   A = U · (1 − (S − 1) / (K − 1))
 *   U = ((K − 2)·TU − (K − 1)·TDU) / ((K − 2)·(TU + TDU)), 1 if TU + TDU = 0
 *
 * with U its unimodality, and TU and TDU the triples of levels in order with the pattern 110 or
 * 011, and 101. A is the mean of the layers, weighted by their positions. Unlike the variance, it
 * assumes no equal steps and does not depend on the mean. Example: 30, 40, 210, 130, 530, 50, 10 →
 * 0.6113. Undefined cases: no positions, or a scale of one level → null.
 */
export function vanDerEijkAgreement(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || counts.length < 2) return null;
  let weighted = 0;
  for (let rest = counts; ; ) {
    const occupied = rest.filter((count) => count > 0);
    if (occupied.length === 0) return weighted / total;
    const layer = Math.min(...occupied);
    const pattern = rest.map((count) => count > 0);
    weighted += layer * occupied.length * patternAgreement(pattern);
    rest = rest.map((count) => (count > 0 ? count - layer : 0));
  }
}

function patternAgreement(pattern: readonly boolean[]): number {
  const levels = pattern.length;
  const occupied = pattern.filter(Boolean).length;
  return unimodality(pattern) * (1 - (occupied - 1) / (levels - 1));
}

function unimodality(pattern: readonly boolean[]): number {
  const levels = pattern.length;
  let onePeak = 0;
  let twoPeaks = 0;
  for (let low = 0; low < levels; low += 1) {
    for (let middle = low + 1; middle < levels; middle += 1) {
      for (let high = middle + 1; high < levels; high += 1) {
        const [a, b, c] = [pattern[low], pattern[middle], pattern[high]];
        if (a && !b && c) twoPeaks += 1;
        if (b && a !== c) onePeak += 1;
      }
    }
  }
  if (onePeak + twoPeaks === 0) return 1;
  return ((levels - 2) * onePeak - (levels - 1) * twoPeaks) / ((levels - 2) * (onePeak + twoPeaks));
}
