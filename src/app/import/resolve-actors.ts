import type { ActorDraft, AffiliationDraft } from '#src/domain/corpus.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import { nameWords } from '#src/domain/words.ts';
import { toActorDraft, toAffiliationDrafts } from '#src/ingest/data-files/actors-file.ts';
import type { StoredDrafts } from '#src/store/read/read-drafts.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ParsedInputs } from './parse-inputs.ts';

/** The actors of the corpus after the import. */
export interface ResolvedActors {
  /** All actors, stored and new, by slug. */
  readonly actors: ReadonlyMap<string, ActorDraft>;
  /** Affiliations of the listed actors. */
  readonly affiliations: readonly AffiliationDraft[];
  /** Slugs of the actors that the files list; the files replace their affiliations. */
  readonly listed: ReadonlySet<string>;
  /** Slug of the actor with a name, in any of its spellings; null if there is none. */
  readonly actorOf: (name: string) => string | null;
  /** Whether the actor was stored with a name, in any of its spellings, that it has no longer. */
  readonly isLost: (name: string, slug: string) => boolean;
}

/**
 * Merges the actors of the files into the stored ones. Adds to `problems` actors that are listed
 * twice, unknown organisations, affiliations that cannot be, and names shared by two actors.
 */
export function resolveActors(
  inputs: ParsedInputs,
  stored: StoredDrafts,
  problems: ImportProblem[],
): ResolvedActors {
  const actors = new Map(stored.actors);
  for (const { value } of inputs.withdrawals)
    for (const { actor, aliases } of value.withdrawals) {
      const known = actor === undefined ? undefined : actors.get(actor);
      if (known === undefined) continue;
      if (aliases === undefined) actors.delete(known.slug);
      else actors.set(known.slug, withoutAliases(known, aliases));
    }
  const affiliations: AffiliationDraft[] = [];
  const listed = new Set<string>();
  for (const { path, value, lineOf } of inputs.actors) {
    value.actors.forEach((entry, i) => {
      if (listed.has(entry.slug)) {
        problems.push({
          path,
          line: lineOf(['actors', i]),
          message: `The actor "${entry.slug}" is listed twice. Remove one of the entries.`,
        });
      }
      listed.add(entry.slug);
      actors.set(entry.slug, toActorDraft(entry));
      affiliations.push(...toAffiliationDrafts(entry));
    });
  }
  for (const { path, value, lineOf } of inputs.actors) {
    value.actors.forEach((entry, i) => {
      const drafts = toAffiliationDrafts(entry);
      entry.affiliations.forEach(({ organisation }, a) => {
        const report = (field: string, message: string): void => {
          problems.push({ path, line: lineOf(['actors', i, 'affiliations', a, field]), message });
        };
        const { startedOn = null, endedOn = null } = drafts[a] ?? {};
        if (!actors.has(organisation)) report('organisation', unknownActor(organisation, actors));
        if (organisation === entry.slug)
          report('organisation', `The actor "${entry.slug}" cannot be part of itself.`);
        if (startedOn !== null && endedOn !== null && endedOn < startedOn)
          report('to', `The affiliation ends on ${endedOn}, before it starts on ${startedOn}.`);
      });
    });
  }
  reportContradictions(
    inputs,
    [...stored.affiliations.filter(({ member }) => !listed.has(member)), ...affiliations],
    problems,
  );
  const actorOf = indexNames(inputs, actors, problems);
  return { actors, affiliations, listed, actorOf, isLost: findLost(stored.actors, actors) };
}

function withoutAliases(actor: ActorDraft, aliases: readonly string[]): ActorDraft {
  return { ...actor, aliases: actor.aliases.filter((alias) => !aliases.includes(alias)) };
}

/** Whether an actor that remains has lost a name. */
function findLost(
  before: ReadonlyMap<string, ActorDraft>,
  after: ReadonlyMap<string, ActorDraft>,
): ResolvedActors['isLost'] {
  return (name, slug) => {
    const was = before.get(slug);
    const is = after.get(slug);
    if (was === undefined || is === undefined || was === is) return false;
    const key = nameKey(name);
    return isNamed(was, key) && !isNamed(is, key);
  };
}

function isNamed(actor: ActorDraft, key: string): boolean {
  return [actor.name, ...actor.aliases].some((name) => nameKey(name) === key);
}

/**
 * Adds to `problems` affiliations of which nothing says which one rolls up: two of one actor that began at
 * the same time, or at no known time, and hold on one day; and circles. Of two that began at different
 * times, the later one rolls up.
 */
function reportContradictions(
  inputs: ParsedInputs,
  all: readonly AffiliationDraft[],
  problems: ImportProblem[],
): void {
  const rolledUp = Map.groupBy(
    all.filter(({ kind }) => kind === 'PART_OF'),
    ({ member }) => member,
  );
  for (const { path, value, lineOf } of inputs.actors)
    for (const [i, { slug }] of value.actors.entries()) {
      const report = (message: string): void => {
        problems.push({ path, line: lineOf(['actors', i, 'affiliations']), message });
      };
      const own = rolledUp.get(slug) ?? [];
      for (const [nth, a] of own.entries())
        for (const b of own.slice(nth + 1))
          if (a.organisation !== b.organisation && a.startedOn === b.startedOn)
            report(
              `The actor "${slug}" is part of both ${a.organisation} and ${b.organisation} ${a.startedOn === null ? 'from an unknown day on' : `from ${a.startedOn} on`}. Say when each began, or make one a COALITION_MEMBER.`,
            );
      const circle = circleOf(slug, rolledUp);
      if (circle !== null)
        report(`The actor "${slug}" would be part of itself: ${circle.join(' in ')}.`);
    }
}

/** The way from an actor to itself by affiliations that hold on one day; null if there is none. */
function circleOf(
  slug: string,
  rolledUp: ReadonlyMap<string, readonly AffiliationDraft[]>,
): readonly string[] | null {
  const follow = (
    line: readonly string[],
    from: string | null,
    to: string | null,
  ): readonly string[] | null => {
    for (const { organisation, startedOn, endedOn } of rolledUp.get(line.at(-1) ?? '') ?? []) {
      const start = from === null || (startedOn !== null && startedOn > from) ? startedOn : from;
      const end = to === null || (endedOn !== null && endedOn < to) ? endedOn : to;
      if (start !== null && end !== null && end < start) continue;
      if (organisation === slug) return [...line, slug];
      if (line.includes(organisation)) continue;
      const found = follow([...line, organisation], start, end);
      if (found !== null) return found;
    }
    return null;
  };
  return follow([slug], null, null);
}

/** Message for an unknown slug, with similar ones. */
export function unknownActor(slug: string, actors: ReadonlyMap<string, ActorDraft>): string {
  return `There is no actor "${slug}".${didYouMean(slug, actors.keys())}`;
}

function indexNames(
  inputs: ParsedInputs,
  actors: ReadonlyMap<string, ActorDraft>,
  problems: ImportProblem[],
): (name: string) => string | null {
  const owner = new Map<string, string>();
  for (const actor of actors.values()) {
    for (const name of [actor.name, ...actor.aliases]) {
      const folded = nameKey(name);
      const before = owner.get(folded);
      if (before !== undefined && before !== actor.slug) {
        // The later of the two in the files; if that one is stored already, the other.
        const at = findEntry(inputs, actor.slug) ?? findEntry(inputs, before);
        problems.push({
          path: at?.path ?? '(stored actors)',
          line: at?.line ?? null,
          message: `The name "${name}" belongs to both ${before} and ${actor.slug}. Remove it from one of them.`,
        });
      }
      owner.set(folded, actor.slug);
    }
  }
  return (name) => owner.get(nameKey(name)) ?? null;
}

/** Equal for spellings that differ only in case, punctuation and white space. */
function nameKey(name: string): string {
  return nameWords(name).join(' ');
}

/** Where an actor is listed. */
function findEntry(
  inputs: ParsedInputs,
  slug: string,
): { readonly path: string; readonly line: number | null } | null {
  for (const { path, value, lineOf } of inputs.actors) {
    const index = value.actors.findIndex((entry) => entry.slug === slug);
    if (index >= 0) return { path, line: lineOf(['actors', index]) };
  }
  return null;
}
