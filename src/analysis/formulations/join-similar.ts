import leven from 'leven';

/**
 * Bits of the hash of a run. A collision makes two runs appear equal: it costs time, not
 * correctness.
 */
const HASH_BITS = 16;

/**
 * Groups nearly identical texts: for each text the index of its leader, itself included. Texts must
 * differ; `threshold` is 0…1.
 *
 * Similarity is 1 − d / max(|a|, |b|), with d the edit distance (Levenshtein 1966, Soviet Physics
 * Doklady 10). Each text, in the order given, joins the most similar earlier leader whose
 * similarity is at least the threshold, or leads a group of its own (leader algorithm: Hartigan
 * 1975, Clustering Algorithms, ch. 3). Unlike in single linkage, every member is at least that
 * similar to its leader.
 *
 * The distance is computed only for candidates, without missing one: an edit changes the length by
 * at most one and at most q of the runs of q characters, so texts at distance d share at least
 * max(|a|, |b|) − q + 1 − q·d runs (Ukkonen 1992, Theoretical Computer Science 92). Shared runs are
 * counted through an index from runs to leaders, without its longest lists (Li, Lu and Lu 2008,
 * ICDE). A step is a run found in a leader, or a comparison of two characters. Example: "recognize
 * israel" joins "recognise israel": 1 − 1/16 = 0.94. Undefined cases: more than `budget` steps →
 * null.
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
    // The longest lists discriminate least and cost most: skips up to half of the runs that must be
    // shared.
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
      // Slightly more than the maximum number of edits: fractions such as 0.9 are not exact.
      const edits = (1 - best.similarity) * longest + 1e-9;
      if ((common[place] ?? 0) < longest - size + 1 - size * edits - skipped) continue;
      if (Math.abs(text.length - length) > edits) continue;
      spent += text.length * length;
      if (spent > budget) return null;
      const leader = leaders[place] ?? 0;
      const tooMany = Math.floor(edits) + 1;
      const found = leven(text, texts[leader] ?? '', { maxDistance: tooMany });
      const similarity = 1 - found / longest;
      // Of equally similar leaders the first wins.
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

/** The leaders that contain each run, the longest list first. */
function listsOf(
  runs: Uint16Array,
  leadersWith: ReadonlyMap<number, readonly number[]>,
): readonly (readonly number[])[] {
  return Array.from(runs, (run) => leadersWith.get(run) ?? []).toSorted(
    (a, b) => b.length - a.length,
  );
}

/** Hashes of the runs of `size` characters; repetitions of a run have hashes of their own. */
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
