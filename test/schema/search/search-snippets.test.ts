import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const DOCUMENT = `reference: 2031-01-01-markup
kind: STATEMENT
title: "Zeppelins <script>alert(1)</script> & \\"airships\\""
createdAt: 2031-01-01
release: OFFICIAL
language: en
excerpts:
  - >-
    The delegate said "a < b & b > c" of the zeppelin, and called <img src=x onerror=alert(1)> a
    "picture" & no 'remedy' for the zeppelin &lt;or&gt; <b>its</b> crew.
  - >-
    A second zeppelin stood <mark>marked</mark> already, between </mark> and <mark>.
`;

const FILLING = Array.from({ length: 30 }, (_, i) => `stone${i} river${i}`).join(' ');
const LONG = `reference: 2031-01-02-long
kind: STATEMENT
title: A dirigible
createdAt: 2031-01-02
release: OFFICIAL
language: en
excerpts:
  - A dirigible came first. ${FILLING}.
  - ${FILLING}, between them a dirigible, ${FILLING}.
  - ${FILLING} and last the dirigible.
  - Only a short dirigible.
`;

describe('SearchHit.snippet', () => {
  const corpus = useOwnCorpus();
  beforeAll(async () => {
    const paths = ['markup.yaml', 'long.yaml'].map((name) =>
      join(corpus.place.options.dataFolder, name),
    );
    await Promise.all(paths.map((path, i) => writeFile(path, [DOCUMENT, LONG][i] ?? '')));
    await importPaths(corpus.store, {
      paths,
      author: 'a tester',
      message: 'Markup',
      dryRun: false,
    });
  });

  async function hits(query: string): Promise<Loose[]> {
    const { data, errors } = await corpus.ask(
      'query ($query: String!) { search(query: $query) { nodes { snippet subject { kind: __typename ... on Passage { text } } } } }',
      { query },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.search.nodes;
  }

  it.each([
    'zeppelin',
    'zeppelin or alert',
    'zeppelin or <script>',
    'zeppelin or &',
    "zeppelin or 'remedy'",
  ])('contains no markup except <mark>: %s', async (query) => {
    const found = await hits(query);

    expect(found.length).toBeGreaterThan(0);
    for (const { snippet } of found) {
      const bare = snippet.replaceAll('<mark>', '').replaceAll('</mark>', '');
      expect(bare).not.toMatch(/[<>"]/);
      expect(bare).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      expect(snippet.split('<mark>')).toHaveLength(snippet.split('</mark>').length);
    }
  });

  it('marks omissions with an ellipsis', async () => {
    const found = await hits('dirigible');

    const ends = found.map(({ snippet, subject }): string => {
      const which = /first|between|last|short/.exec(snippet)?.[0] ?? subject.kind;
      return `${snippet.startsWith('… ') ? '… ' : ''}${which}${snippet.endsWith(' …') ? ' …' : ''}`;
    });
    expect(ends.toSorted()).toEqual(['Document', 'first …', 'short', '… between …', '… last']);
  });

  it('escapes the text as HTML and marks the matches', async () => {
    const found = await hits('zeppelin');

    const titles = found.filter(({ subject }) => subject.kind === 'Document');
    const passages = found.filter(({ subject }) => subject.kind === 'Passage');
    expect(titles[0]?.snippet).toContain('<mark>Zeppelins</mark>');
    expect(titles[0]?.snippet).toContain('&amp; &quot;airships');
    expect(passages.map(({ snippet }) => snippet).join('\n')).toContain(
      '&quot;a &lt; b &amp; b &gt; c&quot; of the <mark>zeppelin</mark>',
    );
  });
});
