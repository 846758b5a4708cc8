/** An actors file: actors with their aliases and affiliations. See seeds/actors.yaml. */
import { z } from 'zod';
import type { ActorDraft, AffiliationDraft } from '#src/domain/corpus.ts';
import { dayNumber, isoDay, type PartialDate } from '#src/domain/dates.ts';
import { invariant } from '#src/domain/failure.ts';
import { lastDay } from '#src/domain/possible-days.ts';
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
    endedOn: one.to ? lastDayOf(one.to) : null,
    startPrecision: one.from?.precision ?? 'DAY',
    endPrecision: one.to?.precision ?? 'DAY',
  }));
}

/** The last day of a partial date: `2013` → `2013-12-31`. */
function lastDayOf({ day, precision }: PartialDate): string {
  const number = dayNumber(day);
  invariant(number !== null, `no day ${day}`);
  return isoDay(lastDay(number, precision));
}
