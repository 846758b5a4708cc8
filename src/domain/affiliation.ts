import type { AffiliationKind } from './vocabulary.ts';

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
}

/** `PART_OF` affiliations by number of the member. */
export type AffiliationIndex = ReadonlyMap<number, readonly AffiliationSpan[]>;

/** Groups the affiliations that roll up to a party (`PART_OF`) by member. */
export function indexAffiliations(spans: Iterable<AffiliationSpan>): AffiliationIndex {
  const index = new Map<number, AffiliationSpan[]>();
  for (const span of spans) {
    if (span.kind !== 'PART_OF') continue;
    const ofMember = index.get(span.memberId);
    if (ofMember) ofMember.push(span);
    else index.set(span.memberId, [span]);
  }
  return index;
}

/**
 * The actor and everything that it is part of on that day, nearest first; the last is its party. Of
 * two affiliations on one day the one with the later start wins: an envoy seconded from a ministry
 * belongs to his post. A cycle ends before its first repeated actor.
 */
export function lineage(actorId: number, day: number, index: AffiliationIndex): readonly number[] {
  const line = [actorId];
  for (let member = actorId; ; ) {
    let next: AffiliationSpan | null = null;
    for (const span of index.get(member) ?? []) {
      const holds =
        (span.startedOn === null || span.startedOn <= day) &&
        (span.endedOn === null || day <= span.endedOn);
      if (
        holds &&
        (next === null || (span.startedOn ?? -Infinity) > (next.startedOn ?? -Infinity))
      ) {
        next = span;
      }
    }
    if (next === null || line.includes(next.organisationId)) return line;
    member = next.organisationId;
    line.push(member);
  }
}

/** The top of the actor's lineage on that day; the actor itself if it is part of nothing. */
export function partyOn(actorId: number, day: number, index: AffiliationIndex): number {
  return lineage(actorId, day, index).at(-1) ?? actorId;
}

/**
 * Day numbers, inclusive, on which an actor's lineage is the same; ±Infinity at the ends of time.
 */
export interface LineageSpan {
  readonly from: number;
  readonly to: number;
  readonly lineage: readonly number[];
}

const spansOf = new WeakMap<AffiliationIndex, Map<number, readonly LineageSpan[]>>();

/**
 * The actor's lineage at all times: consecutive spans without gaps, each with a different lineage
 * than the previous one. Memoised by index.
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
    const line = lineage(actorId, from, index);
    const to = (starts[i + 1] ?? Infinity) - 1;
    const before = spans.at(-1);
    if (before !== undefined && before.lineage.join() === line.join())
      spans[spans.length - 1] = { ...before, to };
    else spans.push({ from, to, lineage: line });
  }
  return spans;
}
