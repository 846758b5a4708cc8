/**
 * Near-identical texts: which of many texts say the same but for a few characters.
 *
 * Similarity is 1 − d / max(|a|, |b|), with d the edits (insertions, deletions, substitutions of a
 * character) that make one into the other (Levenshtein 1966, Soviet Physics Doklady 10). Texts are
 * taken in the order given: each joins the earlier leader to which it is most similar, if that is
 * at least the threshold, else it leads a group itself (leader algorithm: Hartigan 1975, Clustering
 * Algorithms, ch. 3). Unlike chains of neighbours, a group so has no member that is less similar to
 * its leader than the threshold.
 *
 * Edits are counted only for pairs that can be similar enough, and none is missed: an edit changes
 * the length by one and spoils at most q of the runs of q characters, so that texts of d edits have
 * at least max(|a|, |b|) − q + 1 − q·d of them in common (Ukkonen 1992, Theoretical Computer Science
 * 92). The common runs are counted through an index from runs to leaders, without its longest lists (Li, Lu and Lu 2008, ICDE).
 * Example: "recognize israel" joins "recognise israel": 1 − 1/16 = 0.94.
 * Undefined cases: null where comparing would take more than `budget` steps.
 */
import leven from 'leven';

/** Runs are kept by a hash of so many bits. Runs that share one look common and cost time, not truth. */
const HASH_BITS = 16;

/**
 * For each text the index of its leader, itself included. Texts must differ; `threshold` is 0…1.
 * A step is a run found in a leader, or a character compared with a character.
 */
export function joinSimilar(
  texts: readonly string[],
  threshold: number,
  budget = Infinity,
): readonly number[] | null {
  if (threshold >= 1) return texts.map((_, i) => i);
  const size = Math.max(2, Math.min(4, Math.floor(0.6 / (1 - threshold))));
  const leaders: number[] = [];
  const leadersWith = new Map<number, number[]>();
  const lengths = new Uint32Array(texts.length);
  const common = new Uint32Array(texts.length);
  const leaderOf: number[] = [];
  let spent = 0;
  for (const [index, text] of texts.entries()) {
    const runs = runsOf(text, size);
    common.fill(0, 0, leaders.length);
    // The longest lists tell least and cost most: half of what must be in common may be among them.
    const skipped = Math.max(
      0,
      Math.floor((text.length * (1 - size * (1 - threshold)) - size + 1) / 2),
    );
    for (const places of listsOf(runs, leadersWith).slice(skipped)) {
      for (let i = 0; i < places.length; i += 1) {
        const place = places[i] ?? 0;
        common[place] = (common[place] ?? 0) + 1;
      }
      spent += places.length;
    }
    let best = { leader: index, similarity: threshold };
    for (let place = 0; place < leaders.length; place += 1) {
      const length = lengths[place] ?? 0;
      const longest = Math.max(text.length, length);
      // A shade more than the edits allowed, for fractions such as 0.9 are not exact.
      const edits = (1 - best.similarity) * longest + 1e-9;
      if ((common[place] ?? 0) < longest - size + 1 - size * edits - skipped) continue;
      if (Math.abs(text.length - length) > edits) continue;
      spent += text.length * length;
      if (spent > budget) return null;
      const leader = leaders[place] ?? 0;
      const tooMany = Math.floor(edits) + 1;
      const found = leven(text, texts[leader] ?? '', { maxDistance: tooMany });
      const similarity = 1 - found / longest;
      // Of leaders that are alike the first keeps it.
      if (best.leader === index ? similarity >= threshold - 1e-9 : similarity > best.similarity)
        best = { leader, similarity };
    }
    leaderOf.push(best.leader);
    if (spent > budget) return null;
    if (best.leader !== index) continue;
    for (const run of runs) {
      const places = leadersWith.get(run);
      if (places) places.push(leaders.length);
      else leadersWith.set(run, [leaders.length]);
    }
    lengths[leaders.length] = text.length;
    leaders.push(index);
  }
  return leaderOf;
}

/** The leaders that have each run, the longest list first. */
function listsOf(
  runs: Uint16Array,
  leadersWith: ReadonlyMap<number, readonly number[]>,
): readonly (readonly number[])[] {
  return Array.from(runs, (run) => leadersWith.get(run) ?? []).toSorted(
    (a, b) => b.length - a.length,
  );
}

/** Hashes of the runs of so many characters; of the same run the second time is another. */
function runsOf(text: string, size: number): Uint16Array {
  const times = new Map<number, number>();
  return Uint16Array.from({ length: Math.max(0, text.length - size + 1) }, (_, start) => {
    let run = 0;
    for (let i = start; i < start + size; i += 1) run = mix(run, text.charCodeAt(i));
    const before = times.get(run) ?? 0;
    times.set(run, before + 1);
    return mix(run, before) >>> (32 - HASH_BITS);
  });
}

/** Multiplication by the golden ratio (Knuth 1998, The Art of Computer Programming 3, 6.4). */
function mix(hash: number, next: number): number {
  return Math.imul((hash << 5) ^ (hash >>> 27) ^ next, 0x9e3779b1);
}
