/** A number with thousands separators, for error messages: `1,000,000`. */
export function formatNumber(number: number): string {
  return number.toLocaleString('en');
}
