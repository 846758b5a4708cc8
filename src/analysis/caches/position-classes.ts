import type { PositionColumns } from '#src/domain/position-columns.ts';
import { CHANNELS, type Channel, LOWEST_STANCE } from '#src/domain/vocabulary.ts';
import { createMemo } from './memoize.ts';

/**
 * Bit of a class that is set if the position passes a filter. Below it is the level of the stance,
 * counted from the lowest; above it the channel. Classes are small enough to index an array of counts.
 */
export const PASSES_BIT = 3;

const CLASS_COUNT = CHANNELS.length << (PASSES_BIT + 1);

/** The class of the positions that pass with this channel and stance. */
export function classOf(channel: Channel, stance: number): number {
  return (
    (CHANNELS.indexOf(channel) << (PASSES_BIT + 1)) + (1 << PASSES_BIT) + stance - LOWEST_STANCE
  );
}

const memoize = createMemo<Uint8Array>();

/** At the index of each attribute set its class; memoised. */
export function classesOf({ attributeSets }: PositionColumns): Uint8Array {
  return memoize([attributeSets], '', () =>
    Uint8Array.from(attributeSets, ({ channel, stance }) => classOf(channel, stance)),
  );
}

const memoizeCounted = createMemo<Uint8Array>();

/** The same, 0 for sets that do not count because another coding of their document does; memoised. */
export function countedClassesOf(columns: PositionColumns): Uint8Array {
  const { attributeSets } = columns;
  const all = classesOf(columns);
  return memoizeCounted([attributeSets], '', () =>
    attributeSets.some(({ counting }) => counting === 'NOT_COUNTED')
      ? all.map((each, set) => (attributeSets[set]?.counting === 'NOT_COUNTED' ? 0 : each))
      : all,
  );
}

/** Number of positions of each class, and number of documents that contain them. */
export interface ClassCounts {
  readonly counts: readonly number[];
  readonly documentCount: number;
}

const NOTHING: readonly number[] = Array.from({ length: CLASS_COUNT }, () => 0);

/**
 * A new list of one 0 for each class. Not a typed array: allocating one takes longer than counting
 * most cells.
 */
export function noCounts(): number[] {
  return NOTHING.slice();
}
