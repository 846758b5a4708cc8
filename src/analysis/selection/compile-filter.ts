import type { Days } from '#src/domain/dates.ts';
import type { Indices, PositionAttributes, PositionColumns } from '#src/domain/position-columns.ts';
import type {
  Channel,
  CodingChoice,
  Counting,
  Modality,
  PositionStatus,
  Wording,
} from '#src/domain/vocabulary.ts';
import { classesOf, countedClassesOf, PASSES_BIT } from '../caches/position-classes.ts';
import { inBoth, type SelectedDocuments } from './select-documents.ts';

/** Criteria for positions. An absent field does not restrict; an empty list selects nothing. */
export interface PositionSelection extends AttributeSelection {
  /** First and last day number, inclusive, of the first day that the statement's date can mean. */
  readonly statedFrom?: number | undefined;
  readonly statedTo?: number | undefined;
  /** Whether one coding of each document counts, or all; default: all. */
  readonly codings?: CodingChoice | undefined;
}

interface AttributeSelection {
  readonly channels?: readonly Channel[] | undefined;
  readonly maxRetellings?: number | undefined;
  readonly wordings?: readonly Wording[] | undefined;
  readonly modalities?: readonly Modality[] | undefined;
  readonly coders?: readonly string[] | undefined;
  readonly statuses?: readonly PositionStatus[] | undefined;
  readonly countings?: readonly Counting[] | undefined;
}

/** A filter compiled to lookups by index: a position passes if its day, attributes and document do. */
export interface CompiledFilter {
  readonly days: Days;
  /** At the index of each attribute set its class (`classOf`); 0 if it does not pass. */
  readonly classes: Uint8Array;
  /** Whether every attribute set passes. */
  readonly isEverySet: boolean;
  readonly selected: SelectedDocuments;
}

/**
 * Compiles criteria for positions and a selection of documents; decides once for each
 * attribute set.
 */
export function compileFilter(
  columns: PositionColumns,
  selection: PositionSelection,
  selected: SelectedDocuments,
): CompiledFilter {
  const { statedFrom, statedTo, codings, ...criteria } = selection;
  const all = classesOf(columns);
  const ofCodings = codings === 'ONE' ? countedClassesOf(columns) : all;
  const isRestricted = Object.values(criteria).some((each) => each !== undefined);
  const classes = isRestricted ? passingClasses(columns, ofCodings, criteria) : ofCodings;
  return {
    days: { from: statedFrom ?? -Infinity, to: statedTo ?? Infinity },
    classes,
    isEverySet: classes === all,
    selected,
  };
}

/** The classes, 0 where an attribute set fails; `all` itself if none does, as most often (count-window.ts). */
function passingClasses(
  { attributeSets }: PositionColumns,
  all: Uint8Array,
  criteria: AttributeSelection,
): Uint8Array {
  const classes = all.slice();
  let isEverySet = true;
  attributeSets.forEach((attributes, set) => {
    if (meets(attributes, criteria)) return;
    classes[set] = 0;
    isEverySet = false;
  });
  return isEverySet ? all : classes;
}

function meets(attributes: PositionAttributes, criteria: AttributeSelection): boolean {
  const { channels, wordings, modalities, coders, maxRetellings, statuses, countings } = criteria;
  return (
    (channels === undefined || channels.includes(attributes.channel)) &&
    (wordings === undefined || wordings.includes(attributes.wording)) &&
    (modalities === undefined || modalities.includes(attributes.modality)) &&
    (coders === undefined || coders.includes(attributes.coder)) &&
    (statuses === undefined || statuses.includes(attributes.status)) &&
    (countings === undefined || countings.includes(attributes.counting)) &&
    (maxRetellings === undefined || attributes.retellings <= maxRetellings)
  );
}

/** Those positions that pass by `reportedBy` without certainty for whom their document was written. */
export function uncertainlyReported(
  { document }: PositionColumns,
  indices: () => Indices,
  { selected: { uncertain, groups } }: CompiledFilter,
): Indices {
  if (uncertain === null) return new Int32Array(0);
  return indices().filter((index) => uncertain[groups.groupOf[document[index] ?? 0] ?? 0] === 1);
}

/** The filter restricted to another selection of documents. */
export function alsoIn(
  compiledFilter: CompiledFilter,
  selected: SelectedDocuments,
): CompiledFilter {
  return { ...compiledFilter, selected: inBoth(compiledFilter.selected, selected) };
}

/**
 * Those of the positions at `indices` whose attributes and document pass; `indices` itself if all do. Days are
 * not checked: callers cut them from sorted positions.
 */
export function keep(
  columns: PositionColumns,
  indices: Indices,
  compiledFilter: CompiledFilter,
): Indices {
  const { classes, isEverySet, selected } = compiledFilter;
  if (isEverySet && selected.isEvery) return indices;
  const { groupOf } = selected.groups;
  const { passing } = selected;
  const { attributeSet, document } = columns;
  const kept = new Int32Array(indices.length);
  let length = 0;
  for (let i = 0; i < indices.length; i += 1) {
    const index = indices[i] ?? 0;
    // Written unconditionally: mispredicted branches cost more than the write.
    kept[length] = index;
    length +=
      ((classes[attributeSet[index] ?? 0] ?? 0) >>> PASSES_BIT) &
      (passing[groupOf[document[index] ?? 0] ?? 0] ?? 0);
  }
  return kept.subarray(0, length);
}
