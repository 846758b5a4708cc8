import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';

/** Queries in which a list names something twice, with the same without. */
const REPEATED: readonly (readonly [string, string])[] = [
  [
    'comparison(actors: ["hamas", "russia", "hamas"]) { rows { actor { slug } cells { count } } divergences { a { slug } b { slug } distance } }',
    'comparison(actors: ["hamas", "russia"]) { rows { actor { slug } cells { count } } divergences { a { slug } b { slug } distance } }',
  ],
  [
    'comparison(of: { parties: ["hamas", "hamas"] }) { rows { actor { slug } cells { count } } }',
    'comparison(of: { parties: ["hamas"] }) { rows { actor { slug } cells { count } } }',
  ],
  [
    'comparison(actors: ["hamas"], conditions: ["RECOGNITION", "RECOGNITION"]) { rows { cells { condition { code } count } } gaps { condition { code } documentCount } }',
    'comparison(actors: ["hamas"], conditions: ["RECOGNITION"]) { rows { cells { condition { code } count } } gaps { condition { code } documentCount } }',
  ],
  [
    'comparison(actors: ["hamas"], reportedBy: ["russia", "russia"]) { rows { reportedBy { slug } cells { count } } }',
    'comparison(actors: ["hamas"], reportedBy: ["russia"]) { rows { reportedBy { slug } cells { count } } }',
  ],
  [
    'positions(actors: ["hamas", "hamas"], conditions: ["RECOGNITION", "RECOGNITION"], first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } }',
    'positions(actors: ["hamas"], conditions: ["RECOGNITION"], first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } }',
  ],
  [
    'positions(actors: ["hamas"], conditions: ["RECOGNITION", "RECOGNITION"]) { totalCount edges { node { id } } }',
    'positions(actors: ["hamas"], conditions: ["RECOGNITION"]) { totalCount edges { node { id } } }',
  ],
  [
    'positions(filter: { channels: [PUBLIC, PUBLIC], wordings: [VERBATIM, VERBATIM], reportedBy: ["russia", "russia"], coders: ["founding-coders", "founding-coders"] }) { totalCount }',
    'positions(filter: { channels: [PUBLIC], wordings: [VERBATIM], reportedBy: ["russia"], coders: ["founding-coders"] }) { totalCount }',
  ],
  [
    'documents(filter: { kinds: [CABLE, CABLE], writtenBy: ["united-states", "united-states"] }) { totalCount edges { node { reference } } }',
    'documents(filter: { kinds: [CABLE], writtenBy: ["united-states"] }) { totalCount edges { node { reference } } }',
  ],
  [
    'network(actors: ["hamas", "russia", "hamas"], conditions: ["RECOGNITION", "RECOGNITION"]) { nodes { key activity } edges { weight } }',
    'network(actors: ["hamas", "russia"], conditions: ["RECOGNITION"]) { nodes { key activity } edges { weight } }',
  ],
  [
    'reliability(conditions: ["RECOGNITION", "RECOGNITION"], coders: ["founding-coders", "founding-coders"]) { overall { unitCount } conditions { condition { code } } coders }',
    'reliability(conditions: ["RECOGNITION"], coders: ["founding-coders"]) { overall { unitCount } conditions { condition { code } } coders }',
  ],
  [
    'formulations(condition: "RECOGNITION", actors: ["hamas", "hamas"]) { parties { actor { slug } formulations(first: 2) { totalCount } } }',
    'formulations(condition: "RECOGNITION", actors: ["hamas"]) { parties { actor { slug } formulations(first: 2) { totalCount } } }',
  ],
];

describe('a list that names something twice', () => {
  const corpus = useCorpus();

  it.each(REPEATED)('counts it once: %s', async (repeated, once) => {
    const [actual, expected] = await Promise.all([
      corpus.ask(`{ ${repeated} }`),
      corpus.ask(`{ ${once} }`),
    ]);

    expect(expected.errors).toBeUndefined();
    expect(actual).toEqual(expected);
  });
});
