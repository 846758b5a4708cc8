/** An actors file: actors with their aliases and affiliations. See seeds/actors.yaml. */
import { z } from 'zod';
import type { ActorDraft, AffiliationDraft } from '#src/domain/corpus.ts';
import { dayNumber, isoDay, type PartialDate } from '#src/domain/dates.ts';
import { invariant } from '#src/domain/failure.ts';
import { ACTOR_KINDS, AFFILIATION_KINDS } from '#src/domain/vocabulary.ts';
import { partialDate, prose, slug } from './field-schemas.ts';
import { readYaml, type YamlResult } from './read-yaml.ts';

const affiliation = z.strictObject({
  organisation: slug,
  role: prose.optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  kind: z.enum(AFFILIATION_KINDS).default('PART_OF'),
});

const actor = z.strictObject({
  slug,
  name: prose,
  kind: z.enum(ACTOR_KINDS),
  description: prose.optional(),
  aliases: z.array(prose).default([]),
  affiliations: z.array(affiliation).default([]),
});

const actorsFile = z.strictObject({ actors: z.array(actor) });

export type ActorsFile = z.infer<typeof actorsFile>;

export function isActorsFile(keys: ReadonlySet<string>): boolean {
  return keys.has('actors');
}

export function readActorsFile(text: string): YamlResult<ActorsFile> {
  return readYaml(text, actorsFile);
}

export function toActorDraft(entry: ActorsFile['actors'][number]): ActorDraft {
  return {
    slug: entry.slug,
    name: entry.name,
    kind: entry.kind,
    description: entry.description ?? null,
    aliases: [...new Set(entry.aliases)].filter((alias) => alias !== entry.name),
  };
}

export function toAffiliationDrafts(
  entry: ActorsFile['actors'][number],
): readonly AffiliationDraft[] {
  return entry.affiliations.map((one) => ({
    member: entry.slug,
    organisation: one.organisation,
    kind: one.kind,
    role: one.role ?? null,
    startedOn: one.from?.day ?? null,
    endedOn: one.to ? lastDay(one.to) : null,
  }));
}

/** The last day of a partial date: `2013` → `2013-12-31`. */
function lastDay({ day, precision }: PartialDate): string {
  if (precision === 'DAY') return day;
  const [year = 0, month = 1] = day.split('-').map(Number);
  const next = precision === 'YEAR' ? `${year + 1}-01-01` : monthAfter(year, month);
  const number = dayNumber(next);
  invariant(number, `no day ${next}`);
  return isoDay(number - 1);
}

function monthAfter(year: number, month: number): string {
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
