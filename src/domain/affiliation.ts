import { firstDay, lastDay } from './possible-days.ts';
import type { ActorKind, AffiliationKind, DatePrecision } from './vocabulary.ts';

/**
 * An affiliation of two actors by number, from and to a day number, inclusive; an unknown bound is null.
 * Of a bound that is only a month or year, these are the first and the last day.
 */
export interface AffiliationSpan {
  readonly memberId: number;
  readonly organisationId: number;
  readonly kind: AffiliationKind;
  readonly startedOn: number | null;
  readonly endedOn: number | null;
  /** To the day, unless it is given. */
  readonly startPrecision?: DatePrecision;
  readonly endPrecision?: DatePrecision;
  /** Whether no source says so (`indexAffiliations`). */
  readonly isAssumed?: boolean;
}

/** `PART_OF` affiliations by number of the member. */
export type AffiliationIndex = ReadonlyMap<number, readonly AffiliationSpan[]>;

/**
 * Groups the affiliations that roll up to a party (`PART_OF`) by member. Before the first day on which
 * any of a member's began, nothing says what it was part of: a person or an office, who speak for
 * somebody, is then taken to be part of what it was first part of; any other actor of nothing (here: of
 * itself). Neither is certain. It may have begun on any day of the month or year that is named. After an end, and between two affiliations, an actor is part of nothing:
 * the end is stated.
 */
export function indexAffiliations(
  spans: Iterable<AffiliationSpan>,
  kindOf: (actor: number) => ActorKind | undefined = () => undefined,
): AffiliationIndex {
  const index = new Map<number, AffiliationSpan[]>();
  for (const span of spans) {
    if (span.kind !== 'PART_OF') continue;
    const ofMember = index.get(span.memberId);
    if (ofMember) ofMember.push(span);
    else index.set(span.memberId, [span]);
  }
  for (const [member, ofMember] of index) {
    const [first] = ofMember.toSorted((a, b) => startOf(a) - startOf(b));
    if (first === undefined || first.startedOn === null) continue;
    ofMember.push({
      ...first,
      organisationId: speaksForOthers(kindOf(member)) ? first.organisationId : member,
      startedOn: null,
      endedOn: startsBy(first) - 1,
      startPrecision: 'DAY',
      endPrecision: 'DAY',
      isAssumed: true,
    });
  }
  return index;
}

/** Whether actors of a kind speak for others: persons and offices. */
export function speaksForOthers(kind: ActorKind | undefined): boolean {
  return kind === 'PERSON' || kind === 'OFFICE';
}

function startOf({ startedOn }: AffiliationSpan): number {
  return startedOn ?? -Infinity;
}

/** The day from which on it has certainly begun. */
function startsBy({ startedOn, startPrecision = 'DAY' }: AffiliationSpan): number {
  return startedOn === null ? -Infinity : lastDay(startedOn, startPrecision);
}

/** The day after which it may have ended. */
function endsFrom({ endedOn, endPrecision = 'DAY' }: AffiliationSpan): number {
  return endedOn === null ? Infinity : firstDay(endedOn, endPrecision);
}

/** An actor and everything that it is part of, nearest first; the last is its party. */
interface Line {
  readonly lineage: readonly number[];
  /** Other lineages that are possible, because a beginning or an end is only known to the month or year. */
  readonly others: readonly (readonly number[])[];
  /** Whether the affiliations say so: none of them is assumed, a tie or a circle. */
  readonly isCertain: boolean;
}

/** Whether one lineage is certain, and no other is possible. */
export function isUnambiguous({ isCertain, others }: Line): boolean {
  return isCertain && others.length === 0;
}

/**
 * The actor at the end of a line, and everything that it is part of on that day. Of two affiliations on one
 * day the one with the later start wins: an envoy seconded from a ministry belongs to his post. Of two with
 * the same start, which import refuses, the one stored first wins; a circle ends before its first repeated
 * actor. Neither is certain.
 */
function lineOn(line: readonly number[], day: number, index: AffiliationIndex): Line {
  const held = (index.get(line.at(-1) ?? 0) ?? [])
    .filter((span) => startOf(span) <= day && day <= (span.endedOn ?? Infinity))
    .toSorted((a, b) => startOf(b) - startOf(a));
  const [chosen] = held;
  if (chosen === undefined) return { lineage: line, others: [], isCertain: true };
  const lines = [chosen, ...alternatives(held, day)].map((span) => {
    if (span === null) return { lineage: line, others: [], isCertain: true };
    if (line.includes(span.organisationId)) return { lineage: line, others: [], isCertain: false };
    const above = lineOn([...line, span.organisationId], day, index);
    return { ...above, isCertain: above.isCertain && span.isAssumed !== true };
  });
  const isTie = held.some(
    (span) => startOf(span) === startOf(chosen) && span.organisationId !== chosen.organisationId,
  );
  const first = lines[0]?.lineage ?? line;
  const possible = lines.flatMap((one) => [one.lineage, ...one.others]);
  const others = new Map(possible.map((one) => [one.join(' '), one]));
  others.delete(first.join(' '));
  return {
    lineage: first,
    others: [...others.values()],
    isCertain: !isTie && lines.every(({ isCertain }) => isCertain),
  };
}

/**
 * What can hold instead of the first of some affiliations, which are sorted by start, the latest first: the
 * next ones, if it may not have begun yet or may have ended, or null for none; and those that may have
 * begun later.
 */
function alternatives(
  held: readonly AffiliationSpan[],
  day: number,
): readonly (AffiliationSpan | null)[] {
  const isFirm = (span: AffiliationSpan): boolean => startsBy(span) <= day && day <= endsFrom(span);
  const firm = held.findIndex(isFirm);
  const [first] = held;
  const later = held.filter(
    (span, i) => firm < i && first !== undefined && startsBy(span) > startOf(first),
  );
  return firm < 0 ? [...held.slice(1), null] : [...held.slice(1, firm + 1), ...later];
}

/**
 * Day numbers, inclusive, on which an actor's lineage is the same and as certain; ±Infinity at the ends
 * of time.
 */
export interface LineageSpan extends Line {
  readonly from: number;
  readonly to: number;
}

/** The actor's lineage on a day (`lineOn`). */
export function lineage(actorId: number, day: number, index: AffiliationIndex): readonly number[] {
  return lineageSpans(actorId, index).find(({ to }) => day <= to)?.lineage ?? [actorId];
}

/** The top of the actor's lineage on that day; the actor itself if it is part of nothing. */
export function partyOn(actorId: number, day: number, index: AffiliationIndex): number {
  return lineage(actorId, day, index).at(-1) ?? actorId;
}

/** Whether the party of the actor on that day is certain. */
export function isPartyCertainOn(actorId: number, day: number, index: AffiliationIndex): boolean {
  const span = lineageSpans(actorId, index).find(({ to }) => day <= to);
  if (span === undefined) return true;
  return span.isCertain && span.others.every((line) => line.at(-1) === span.lineage.at(-1));
}

const spansOf = new WeakMap<AffiliationIndex, Map<number, readonly LineageSpan[]>>();

/**
 * The actor's lineage at all times: consecutive spans without gaps, each with another lineage, or another
 * certainty, than the previous one. Memoised by index.
 */
export function lineageSpans(actorId: number, index: AffiliationIndex): readonly LineageSpan[] {
  const known = spansOf.get(index) ?? new Map<number, readonly LineageSpan[]>();
  spansOf.set(index, known);
  let spans = known.get(actorId);
  if (spans === undefined) {
    spans = computeSpans(actorId, index);
    known.set(actorId, spans);
  }
  return spans;
}

function computeSpans(actorId: number, index: AffiliationIndex): readonly LineageSpan[] {
  const above = new Set([actorId]);
  const turns = new Set([-Infinity]);
  for (const member of above) {
    for (const span of index.get(member) ?? []) {
      above.add(span.organisationId);
      for (const turn of [
        startOf(span),
        startsBy(span),
        endsFrom(span) + 1,
        (span.endedOn ?? Infinity) + 1,
      ])
        if (Number.isFinite(turn)) turns.add(turn);
    }
  }
  const spans: LineageSpan[] = [];
  const starts = [...turns].toSorted((a, b) => a - b);
  for (const [i, from] of starts.entries()) {
    const line = lineOn([actorId], from, index);
    const to = (starts[i + 1] ?? Infinity) - 1;
    const before = spans.at(-1);
    if (
      before !== undefined &&
      before.isCertain === line.isCertain &&
      keyOf(before) === keyOf(line)
    )
      spans[spans.length - 1] = { ...before, to };
    else spans.push({ from, to, ...line });
  }
  return spans;
}

function keyOf(line: Line): string {
  return [line.lineage, ...line.others].map((one) => one.join(' ')).join();
}
