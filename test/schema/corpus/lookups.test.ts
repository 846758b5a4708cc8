import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

describe('lookups and lists of the corpus', () => {
  const corpus = useCorpus();

  it('returns the same object by natural key and from its list', async () => {
    const { data, errors } = await corpus.ask(`{
      actor(slug: "khaled-mishal") { id slug }
      condition(code: "RECOGNITION") { id code codebook { id } }
      codebook(slug: "quartet-principles", version: 1) { id slug version isDefault }
      newest: codebook { id }
      document(reference: "07MOSCOW828") { id reference }
      actors(first: 100) { nodes { id slug } }
      codebooks { nodes { id conditions { id code codebook { id } } } }
      documents { nodes { id reference } }
    }`);

    expect(errors).toBeUndefined();
    expect(data.actors.nodes).toContainEqual(data.actor);
    expect(data.documents.nodes).toContainEqual(data.document);
    expect(data.codebooks.nodes[0].conditions).toContainEqual(data.condition);
    expect(data.codebook).toMatchObject({
      slug: 'quartet-principles',
      version: 1,
      isDefault: true,
    });
    expect(data.newest.id).toBe(data.codebook.id);
  });

  it('returns the codebook with all stance levels', async () => {
    const { data } = await corpus.ask(
      '{ codebook { stances { stance value definition } conditions { code kind proposition indicatorTerms } } }',
    );

    expect(data.codebook.stances.map(({ stance, value }: Loose) => [stance, value])).toEqual([
      ['UPHOLDS', 2],
      ['QUALIFIES', 1],
      ['NONCOMMITTAL', 0],
      ['RESISTS', -1],
      ['REJECTS', -2],
    ]);
    expect(data.codebook.conditions.map(({ code, kind }: Loose) => [code, kind])).toEqual([
      ['NONVIOLENCE', 'PRINCIPLE'],
      ['RECOGNITION', 'PRINCIPLE'],
      ['PRIOR_AGREEMENTS', 'PRINCIPLE'],
      ['CONTACT', 'CONSEQUENCE'],
      ['ASSISTANCE', 'CONSEQUENCE'],
    ]);
  });

  it('returns a position by global ID with evidence and attribution', async () => {
    const listed = await corpus.ask(
      '{ positions(first: 1, filter: { channels: [PRIVATE] }) { nodes { id } } }',
    );

    const { data, errors } = await corpus.ask(
      `query ($id: ID!) { position(id: $id) {
        id summary rationale coder confidence status statedOnPrecision onOrBefore since { number }
        document { reference } evidence { exact } attribution { order speaker { slug } }
      } }`,
      { id: listed.data.positions.nodes[0].id },
    );

    expect(errors).toBeUndefined();
    expect(data.position).toMatchObject({ coder: 'founding-coders', since: { number: 1 } });
    expect(data.position.evidence.length).toBeGreaterThan(0);
    expect(data.position.attribution.map(({ order }: Loose) => order)).toEqual(
      data.position.attribution.map((_: Loose, i: number) => i + 1),
    );
  });

  it('returns passages within the text that do not overlap', async () => {
    const { data } = await corpus.ask(
      `{ documents { nodes { reference text textLength textCoverage sha256 passages { start end text document { reference } } } } }`,
    );

    for (const { reference, text, textLength, sha256, passages } of data.documents.nodes) {
      let last = 0;
      expect(text).toHaveLength(textLength);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(passages.length).toBeGreaterThan(0);
      for (const passage of passages) {
        expect(passage.start).toBeGreaterThanOrEqual(last);
        expect(passage.end).toBeGreaterThan(passage.start);
        expect(text.slice(passage.start, passage.end)).toBe(passage.text);
        expect(passage.document.reference).toBe(reference);
        last = passage.end;
      }
    }
    expect(new Set(data.documents.nodes.map((d: Loose) => d.textCoverage))).toEqual(
      new Set(['FULL', 'EXCERPTS']),
    );
  });

  it('lists documents by date, with their enclosures', async () => {
    const { data } = await corpus.ask(`{
      up: documents { nodes { reference createdAt enclosedBy { reference } enclosures { reference } } }
      down: documents(orderBy: CREATED_DESC) { nodes { createdAt } }
      cables: documents(filter: { kinds: [CABLE] }) { nodes { kind } }
      leaked: documents(filter: { releases: [LEAK], createdFrom: "2007-01-01" }) { nodes { reference } }
      early: documents(filter: { createdTo: "2006-02-18" }) { nodes { reference } }
      american: documents(filter: { writtenBy: ["united-states"] }) { totalCount }
    }`);

    const dates = data.up.nodes.map(({ createdAt }: Loose) => createdAt.slice(0, 10));
    const email = data.up.nodes.find((d: Loose) => d.reference === 'C05763811');
    const [article] = email.enclosures;
    expect(dates).toEqual(dates.toSorted((a: string, b: string) => (a < b ? -1 : 1)));
    expect(data.down.nodes.map(({ createdAt }: Loose) => createdAt.slice(0, 10))).toEqual(
      dates.toReversed(),
    );
    expect(data.up.nodes.find((d: Loose) => d.reference === article.reference).enclosedBy).toEqual({
      reference: 'C05763811',
    });
    expect(data.cables.nodes.every(({ kind }: Loose) => kind === 'CABLE')).toBe(true);
    expect(data.leaked.nodes).toEqual([{ reference: '07MOSCOW828' }]);
    expect(data.early.nodes).toEqual([{ reference: '06STATE27174' }]);
    expect(data.american.totalCount).toBeGreaterThanOrEqual(3);
  });

  it('lists actors by name, kind, organisation and number of positions', async () => {
    const { data } = await corpus.ask(`{
      all: actors(first: 100) { totalCount nodes { slug name heldCount } }
      named: actors(filter: { name: "Meshal" }) { nodes { slug } }
      misspelt: actors(filter: { name: "Meshaall" }) { nodes { slug } }
      offices: actors(first: 100, filter: { kinds: [OFFICE] }) { nodes { kind } }
      russian: actors(first: 100, filter: { partOf: "russia" }) { nodes { slug } }
      busiest: actors(orderBy: POSITIONS, first: 3) { nodes { slug } }
      positions(first: 100) { nodes { holder { slug } } }
    }`);

    const names = data.all.nodes.map(({ name }: Loose) => name);
    const held = Map.groupBy(data.positions.nodes, ({ holder }: Loose) => holder.slug);
    const counts = [...held].map(([slug, { length }]) => ({ slug, length }));
    expect(names).toEqual(names.toSorted((a: string, b: string) => a.localeCompare(b, 'en')));
    for (const { slug, heldCount } of data.all.nodes)
      expect(heldCount).toBe(held.get(slug)?.length ?? 0);
    expect(data.named.nodes[0].slug).toBe('khaled-mishal');
    expect(data.misspelt.nodes[0].slug).toBe('khaled-mishal');
    expect(data.offices.nodes.every(({ kind }: Loose) => kind === 'OFFICE')).toBe(true);
    expect(data.russian.nodes).toContainEqual({ slug: 'aleksandr-saltanov' });
    expect(data.russian.nodes).not.toContainEqual({ slug: 'russia' });
    expect(data.busiest.nodes[0].slug).toBe(
      counts.toSorted((a, b) => b.length - a.length)[0]?.slug,
    );
  });

  it('lists revisions newest first', async () => {
    const { data } = await corpus.ask(
      '{ revisions { totalCount nodes { number author message createdAt } } }',
    );

    expect(data.revisions.totalCount).toBe(1);
    expect(data.revisions.nodes[0]).toMatchObject({ number: 1, message: 'The seed corpus' });
    expect(new Date(data.revisions.nodes[0].createdAt).getTime()).toBeGreaterThan(0);
  });
});
