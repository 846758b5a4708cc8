/** Validates combinations of mode, weight and normalisation. */
import type {
  NetworkMeasure,
  NetworkMode,
  NetworkNormalisation,
  NetworkWeight,
  OneModeNormalisation,
} from '#src/analysis/network/network-options.ts';
import { Failure } from '#src/domain/failure.ts';

/** The measure of a valid combination. Throws `BAD_INPUT`, naming the valid ones. */
export function networkMeasure(
  mode: NetworkMode,
  weight: NetworkWeight,
  normalisation: NetworkNormalisation,
): NetworkMeasure {
  if (mode === 'TWO_MODE') {
    if (weight === 'CONGRUENCE' || weight === 'CONFLICT')
      throw new Failure(
        'BAD_INPUT',
        `weight ${weight} applies to one-mode networks; with mode TWO_MODE use IGNORE or SUBTRACT.`,
        { input: ['weight'] },
      );
    if (normalisation !== 'NONE' && normalisation !== 'ACTIVITY' && normalisation !== 'PROMINENCE')
      throw new Failure(
        'BAD_INPUT',
        `normalisation ${normalisation} applies to one-mode networks; with mode TWO_MODE use NONE, ACTIVITY or PROMINENCE.`,
        { input: ['normalisation'] },
      );
    return { mode, weight, normalisation };
  }
  if (normalisation === 'ACTIVITY' || normalisation === 'PROMINENCE')
    throw new Failure(
      'BAD_INPUT',
      `normalisation ${normalisation} applies to two-mode networks; with mode ${mode} use NONE, AVERAGE_ACTIVITY, JACCARD, COSINE, DNA_JACCARD or DNA_COSINE.`,
      { input: ['normalisation'] },
    );
  assertSimilarity(weight, normalisation);
  return { mode, weight, normalisation };
}

function assertSimilarity(weight: NetworkWeight, normalisation: OneModeNormalisation): void {
  const similarity = normalisation === 'COSINE' || normalisation === 'JACCARD';
  if (!similarity || weight === 'IGNORE' || weight === 'CONGRUENCE') return;
  throw new Failure(
    'BAD_INPUT',
    `normalisation ${normalisation} is a similarity, which weight ${weight} is not; use weight CONGRUENCE or IGNORE, or normalisation AVERAGE_ACTIVITY or DNA_${normalisation}.`,
    { input: ['normalisation'] },
  );
}
