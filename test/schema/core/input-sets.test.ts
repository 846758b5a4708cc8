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
  [
    'comparison(of: { actors: ["hamas", "hamas"] }, filter: { documentKinds: [CABLE, CABLE], releases: [FOIA, LEAK, FOIA], modalities: [ASSERTED, ASSERTED], statuses: [PROVISIONAL, SETTLED, PROVISIONAL], countings: [COUNTED, COUNTED] }) { unsettledDocumentCount rows { cells { count documentCount mean } } }',
    'comparison(of: { actors: ["hamas"] }, filter: { documentKinds: [CABLE], releases: [FOIA, LEAK], modalities: [ASSERTED], statuses: [PROVISIONAL, SETTLED], countings: [COUNTED] }) { unsettledDocumentCount rows { cells { count documentCount mean } } }',
  ],
  [
    'timeline(actor: "hamas", condition: "RECOGNITION", filter: { channels: [PUBLIC, PRIVATE, PUBLIC], statuses: [SETTLED, SETTLED], coders: ["founding-coders", "founding-coders"] }) { positions { totalCount } moments { totalCount } }',
    'timeline(actor: "hamas", condition: "RECOGNITION", filter: { channels: [PUBLIC, PRIVATE], statuses: [SETTLED], coders: ["founding-coders"] }) { positions { totalCount } moments { totalCount } }',
  ],
  [
    'discrepancies(actor: "hamas", kinds: [PUBLIC_VS_PRIVATE, PUBLIC_VS_PRIVATE]) { counts { kind count } pairs(first: 3) { totalCount nodes { kinds } } }',
    'discrepancies(actor: "hamas", kinds: [PUBLIC_VS_PRIVATE]) { counts { kind count } pairs(first: 3) { totalCount nodes { kinds } } }',
  ],
  [
    'actors(filter: { kinds: [STATE, STATE] }) { totalCount nodes { slug } }',
    'actors(filter: { kinds: [STATE] }) { totalCount nodes { slug } }',
  ],
  [
    'codings(filter: { documents: ["07MOSCOW828", "07MOSCOW828"], coders: ["founding-coders", "founding-coders"], statuses: [SETTLED, PROVISIONAL, SETTLED], countings: [COUNTED, COUNTED] }) { totalCount edges { cursor node { coder positions { totalCount } } } }',
    'codings(filter: { documents: ["07MOSCOW828"], coders: ["founding-coders"], statuses: [SETTLED, PROVISIONAL], countings: [COUNTED] }) { totalCount edges { cursor node { coder positions { totalCount } } } }',
  ],
  [
    'reliability(filter: { coders: ["founding-coders", "founding-coders"], channels: [PUBLIC, PUBLIC] }) { coders documentCount overall { unitCount valueCount missingValueCount } }',
    'reliability(filter: { coders: ["founding-coders"], channels: [PUBLIC] }) { coders documentCount overall { unitCount valueCount missingValueCount } }',
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

  it('of IDs answers each at its place', async () => {
    const { data: listed } = await corpus.ask('{ codings(first: 1) { nodes { id coder } } }');
    const [{ id }] = listed.codings.nodes;

    const { data } = await corpus.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [id, id],
    });

    expect(data.nodes).toEqual([{ id }, { id }]);
  });
});
