import { beforeAll, describe, expect, it } from 'vitest';
import { CODEBOOK } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';
import { documentFile, importFiles } from './own-search.ts';

const ACTORS = `actors:
  - { slug: will-smith, name: Will Smith, kind: PERSON, aliases: [The Black Hand] }
`;

describe('the gaps of a comparison', () => {
  const corpus = useOwnCorpus();
  beforeAll(() =>
    importFiles(corpus, {
      'actors.yaml': ACTORS,
      'codebook.yaml': CODEBOOK.replace(
        '    title: The quay is closed',
        '    indicatorTerms: [harbour, Hafen, порт]\n    title: The quay is closed',
      ),
      'german.yaml': documentFile('german', ['Will Smith sah die Häfen.'], { language: 'de' }),
      'russian.yaml': documentFile('russian', ['Will Smith писал о портах.'], { language: 'ru' }),
      'english.yaml': documentFile('english', ['Will Smith closed the harbours.']),
      'alias.yaml': documentFile('alias', ['The Black Hand closed the harbour.']),
      // The inflections of one language are not those of another.
      'no-german.yaml': documentFile('no-german', ['Will Smith and the Häfen.']),
      'other-words.yaml': documentFile('other-words', ['They will close the harbour for Smith.']),
      'other-hand.yaml': documentFile('other-hand', ['A black harbour, a hand.']),
    }),
  );

  it('are documents that name the actor and a term, as their language inflects it', async () => {
    const { data, errors } = await corpus.ask(`{
      comparison(actors: ["will-smith"], conditions: ["CLOSED_QUAY"], codebook: "quay-terms") {
        gaps { actor { slug } documents { nodes { reference } } }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(data.comparison.gaps).toHaveLength(1);
    const references = data.comparison.gaps[0].documents.nodes.map((node: Loose) => node.reference);
    expect(references.toSorted()).toEqual(['alias', 'english', 'german', 'russian']);
  });
});
