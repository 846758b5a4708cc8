/** Numbers as text. */

const NUMBER = new Intl.NumberFormat('en');

/** `1,200`. */
export function formatNumber(count: number): string {
  return NUMBER.format(count);
}

/** A number with its noun: `1 position`, `1,200 positions`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** A number with its sign: `+1.3`, `0.0`, `−2.0`. */
export function formatSigned(value: number, decimals = 1): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** How many of the counted positions have an uncertain party, as a sentence; empty for none. */
export function formatUncertainParty(count: number): string {
  if (count === 0) return '';
  const verb = count === 1 ? 'belongs' : 'belong';
  return `It is not certain that ${formatCount(count, 'position')} ${verb} here: the holder may have spoken for another party.`;
}

/** How far the mean of public positions is from the mean of private ones: `1.3 lower in public`. */
export function formatPublicPrivateGap(gap: number): string {
  const distance = Math.abs(gap).toFixed(1);
  if (Number(distance) === 0) return 'same in public and private';
  return `${distance} ${gap > 0 ? 'higher' : 'lower'} in public`;
}
