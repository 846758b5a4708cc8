import type { ActorKind, AffiliationKind } from './vocabulary.ts';

/**
 * An affiliation of two actors by number, from and to a day number, inclusive; an unknown bound is
 * null.
 */
export interface AffiliationSpan {
  readonly memberId: number;
  readonly organisationId: number;
  readonly kind: AffiliationKind;
  readonly startedOn: number | null;
  readonly endedOn: number | null;
  /** Whether no source says so (`indexAffiliations`). */
  readonly isAssumed?: boolean;
}

/** `PART_OF` affiliations by number of the member. */
export type AffiliationIndex = ReadonlyMap<number, readonly AffiliationSpan[]>;

/**
 * Groups the affiliations that roll up to a party (`PART_OF`) by member. Before the first day on which
 * any of a member's began, nothing says what it was part of: a person or an office, who speak for
 * somebody, is then taken to be part of what it was first part of; any other actor of nothing (here: of
 * itself). Neither is certain. After an end, and between two affiliations, an actor is part of nothing:
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
      endedOn: first.startedOn - 1,
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

/** An actor and everything that it is part of, nearest first; the last is its party. */
interface Line {
  readonly lineage: readonly number[];
  /** Whether the affiliations say so: none of them is assumed, a tie or a circle. */
  readonly isCertain: boolean;
}

/**
 * The actor and everything that it is part of on that day. Of two affiliations on one day the one with
 * the later start wins: an envoy seconded from a ministry belongs to his post. Of two with the same
 * start, which import refuses, the one stored first wins; a circle ends before its first repeated
 * actor. Neither is certain.
 */
function lineOn(actorId: number, day: number, index: AffiliationIndex): Line {
  const line = [actorId];
  let isCertain = true;
  for (let member = actorId; ; ) {
    let next: AffiliationSpan | null = null;
    for (const span of index.get(member) ?? []) {
      if (startOf(span) > day || (span.endedOn ?? Infinity) < day) continue;
      if (next === null || startOf(span) > startOf(next)) next = span;
      else if (startOf(span) === startOf(next) && span.organisationId !== next.organisationId)
        isCertain = false;
    }
    if (next === null) return { lineage: line, isCertain };
    if (line.includes(next.organisationId)) return { lineage: line, isCertain: false };
    if (next.isAssumed === true) isCertain = false;
    member = next.organisationId;
    line.push(member);
  }
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
    for (const { organisationId, startedOn, endedOn } of index.get(member) ?? []) {
      above.add(organisationId);
      if (startedOn !== null) turns.add(startedOn);
      if (endedOn !== null) turns.add(endedOn + 1);
    }
  }
  const spans: LineageSpan[] = [];
  const starts = [...turns].toSorted((a, b) => a - b);
  for (const [i, from] of starts.entries()) {
    const line = lineOn(actorId, from, index);
    const to = (starts[i + 1] ?? Infinity) - 1;
    const before = spans.at(-1);
    if (
      before !== undefined &&
      before.isCertain === line.isCertain &&
      before.lineage.join() === line.lineage.join()
    )
      spans[spans.length - 1] = { ...before, to };
    else spans.push({ from, to, ...line });
  }
  return spans;
}
