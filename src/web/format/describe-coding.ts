import type { Counting, PositionStatus } from '#src/client/generated/graphql.ts';
import { COUNTING_LABEL, POSITION_STATUS_LABEL } from './enum-labels.ts';

interface Coding {
  readonly coder: string;
  readonly status: PositionStatus;
  readonly counting: Counting;
}

/** Whose coding a position is, its status, and whether it counts: `anna, provisional, counted`. */
export function describeCoding({ coder, status, counting }: Coding): string {
  return `${coder}, ${POSITION_STATUS_LABEL[status]}, ${COUNTING_LABEL[counting]}`;
}
/** The same beside the other codings of the document by that codebook, which say why it is not counted. */
export function describeCodingAmong(coding: Coding, others: readonly Coding[]): string {
  const counted = others.find(({ counting }) => counting !== 'NOT_COUNTED');
  if (coding.counting !== 'NOT_COUNTED' || counted === undefined) return describeCoding(coding);
  const why =
    coding.status === 'PROVISIONAL' && counted.status === 'SETTLED'
      ? 'another coding is settled'
      : `that of ${counted.coder} is counted by rule`;
  return `${coding.coder}, ${POSITION_STATUS_LABEL[coding.status]}, not counted: ${why}`;
}
