/** Tells the combinations of mode, weight and normalisation that have a meaning from the others. */
import type {
  NetworkMeasure,
  NetworkMode,
  NetworkNormalisation,
  NetworkWeight,
  OneModeNormalisation,
} from '#src/analysis/network/network-options.ts';
import { Failure } from '#src/domain/failure.ts';

/** Fails on those that have none, and says which have. */
export function networkMeasure(
  mode: NetworkMode,
  weight: NetworkWeight,
  normalisation: NetworkNormalisation,
): NetworkMeasure {
  if (mode === 'TWO_MODE') {
    if (weight === 'CONGRUENCE' || weight === 'CONFLICT')
      throw new Failure(
        'BAD_INPUT',
        `An actor and a condition have no ${weight}; weigh a TWO_MODE network by IGNORE or SUBTRACT.`,
        { input: ['weight'] },
      );
    if (normalisation !== 'NONE' && normalisation !== 'ACTIVITY' && normalisation !== 'PROMINENCE')
      throw new Failure(
        'BAD_INPUT',
        `${normalisation} is for networks of one mode; a TWO_MODE network has NONE, ACTIVITY and PROMINENCE.`,
        { input: ['normalisation'] },
      );
    return { mode, weight, normalisation };
  }
  if (normalisation === 'ACTIVITY' || normalisation === 'PROMINENCE')
    throw new Failure(
      'BAD_INPUT',
      `${normalisation} is for TWO_MODE networks; one of ${mode} has NONE, AVERAGE_ACTIVITY, JACCARD, COSINE, DNA_JACCARD and DNA_COSINE.`,
      { input: ['normalisation'] },
    );
  refuseUnlikeness(weight, normalisation);
  return { mode, weight, normalisation };
}

function refuseUnlikeness(weight: NetworkWeight, normalisation: OneModeNormalisation): void {
  const similarity = normalisation === 'COSINE' || normalisation === 'JACCARD';
  if (!similarity || weight === 'IGNORE' || weight === 'CONGRUENCE') return;
  throw new Failure(
    'BAD_INPUT',
    `${normalisation} is a similarity, and ${weight} is none; ask for it with CONGRUENCE or IGNORE, or divide by AVERAGE_ACTIVITY or DNA_${normalisation}.`,
    { input: ['normalisation'] },
  );
}
