import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

describe('parties and attribution of positions', () => {
  const corpus = useCorpus();

  it('rolls a deputy minister up to ministry and state, but not to a coalition', async () => {
    const { data } = await corpus.ask(`{
      saltanov: actor(slug: "aleksandr-saltanov") { party(on: "2007-02-27") { slug } positions(first: 100) { nodes { id } } }
      ministry: actor(slug: "russian-mfa") { party(on: "2007-02-27") { slug } positions(first: 100) { nodes { id } } }
      russia: actor(slug: "russia") {
        party(on: "2007-02-27") { slug }
        affiliations(on: "2007-02-27") { organisation { slug } kind }
        positions(first: 100) { nodes { id } }
      }
      quartet: actor(slug: "quartet") { members { member { slug } kind } positions(first: 100) { nodes { id holder { slug } party { slug } } } }
    }`);

    const { saltanov, ministry, russia, quartet } = data;
    const own = ids(saltanov.positions.nodes);
    const ofMinistry = ids(ministry.positions.nodes);
    const ofRussia = ids(russia.positions.nodes);
    expect(saltanov.party.slug).toBe('russia');
    expect(ministry.party.slug).toBe('russia');
    expect(russia.party.slug).toBe('russia');
    expect(own.length).toBeGreaterThan(0);
    expect(ofMinistry).toEqual(expect.arrayContaining(own));
    expect(ofMinistry.length).toBeGreaterThan(own.length);
    expect(ofRussia).toEqual(expect.arrayContaining(ofMinistry));
    expect(ofRussia.length).toBeGreaterThan(ofMinistry.length);
    expect(russia.affiliations).toContainEqual({
      organisation: { slug: 'quartet' },
      kind: 'COALITION_MEMBER',
    });
    expect(quartet.members).toContainEqual({
      member: { slug: 'russia' },
      kind: 'COALITION_MEMBER',
    });
    expect(quartet.positions.nodes.length).toBeGreaterThan(0);
    expect(new Set(quartet.positions.nodes.map((p: Loose) => p.holder.slug))).toEqual(
      new Set(['quartet']),
    );
  });

  it('returns the same positions for a comparison row as for the actor', async () => {
    const { data } = await corpus.ask(`{
      comparison(actors: ["russia"]) { rows { cells { positions(first: 100) { nodes { id party { slug } } } } } }
      actor(slug: "russia") { positions(first: 100) { nodes { id } } }
      positions(first: 100, actors: ["russia"]) { nodes { id } }
    }`);

    const inCells = data.comparison.rows[0].cells.flatMap((c: Loose) => c.positions.nodes);
    expect(new Set(ids(inCells))).toEqual(new Set(ids(data.actor.positions.nodes)));
    expect(ids(data.positions.nodes)).toEqual(ids(data.actor.positions.nodes));
    expect(inCells.every((p: Loose) => p.party.slug === 'russia')).toBe(true);
  });

  it('returns PartialDate for each attribution step, or null if unknown', async () => {
    const { data, errors } = await corpus.ask(`{ positions(first: 100) { nodes { attribution {
      date datePrecision when { date precision onOrBefore notBefore notAfter }
    } } } }`);

    expect(errors).toBeUndefined();
    const steps = data.positions.nodes.flatMap((position: Loose) => position.attribution);
    const [dated, undated] = [true, false].map((has) =>
      steps.filter((step: Loose) => (step.date !== null) === has),
    );
    expect(dated.length).toBeGreaterThan(0);
    expect(undated.length).toBeGreaterThan(0);
    for (const { date, datePrecision, when } of dated)
      expect(when).toMatchObject({ date, precision: datePrecision, onOrBefore: false });
    for (const { when } of undated) expect(when).toBeNull();
  });

  it('ends an affiliation after its last day', async () => {
    const { data } = await corpus.ask(`{ actor(slug: "condoleezza-rice") {
      inOffice: party(on: "2009-01-20") { slug } after: party(on: "2009-01-21") { slug }
      on: affiliations(on: "2009-01-20") { role from to } off: affiliations(on: "2009-01-21") { role }
    } }`);

    expect(data.actor).toEqual({
      inOffice: { slug: 'united-states' },
      after: { slug: 'condoleezza-rice' },
      on: [{ role: 'Secretary of State', from: '2005-01-26', to: '2009-01-20' }],
      off: [],
    });
  });

  it('returns the attribution chain of the private answer of Mishal on recognition', async () => {
    const { data } = await corpus.ask(`{ positions(
      actors: ["hamas"], conditions: ["RECOGNITION"],
      filter: { channels: [PRIVATE], statedFrom: "2007-02-01", statedTo: "2007-02-28" }
    ) { nodes { retellings document { reference correspondents { role actor { slug } } }
        attribution { order speaker { slug } audience { slug } channel } } } }`);

    const answers = data.positions.nodes.filter(({ attribution }: Loose) =>
      attribution[0].audience.some(({ slug }: Loose) => slug === 'sergey-lavrov'),
    );
    expect(answers.length).toBeGreaterThan(0);
    for (const { attribution, retellings, document } of answers) {
      expect(attribution.map(({ order }: Loose) => order)).toEqual([1, 2, 3]);
      expect(attribution.map(({ speaker }: Loose) => speaker.slug)).toEqual([
        'khaled-mishal',
        'aleksandr-saltanov',
        'us-embassy-moscow',
      ]);
      expect(attribution[1].audience).toEqual([{ slug: 'william-burns' }]);
      expect(attribution.map(({ channel }: Loose) => channel)).toEqual([
        'PRIVATE',
        'PRIVATE',
        'INTERNAL',
      ]);
      expect(retellings).toBe(2);
      expect(document.reference).toBe('07MOSCOW828');
      expect(document.correspondents).toContainEqual({
        role: 'AUTHOR',
        actor: { slug: 'us-embassy-moscow' },
      });
    }
  });

  it('links the American denial to the position that it disputes', async () => {
    const { data } = await corpus.ask(`{ positions(
      actors: ["united-states"], conditions: ["CONTACT"], filter: { modalities: [DENIED] }
    ) { nodes { party { slug } document { reference }
        disputes { modality condition { code } stance party { slug } document { reference } disputes { id } } } } }`);

    const disputed = data.positions.nodes.filter(({ disputes }: Loose) => disputes !== null);
    expect(disputed.length).toBeGreaterThan(0);
    for (const { disputes, document } of disputed) {
      expect(disputes).toMatchObject({
        modality: 'ASSERTED',
        condition: { code: 'CONTACT' },
        stance: 'REJECTS',
        party: { slug: 'united-states' },
        document,
        disputes: null,
      });
    }
  });
});

function ids(positions: readonly Loose[]): string[] {
  return positions.map(({ id }) => id);
}
