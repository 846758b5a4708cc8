import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { DocumentTable } from '#src/domain/document-table.ts';
import type { DocumentKind, Release } from '#src/domain/vocabulary.ts';
import {
  type DocumentGroup,
  type DocumentGroups,
  documentGroups,
} from '../caches/document-groups.ts';

/** Criteria for documents. An absent field does not restrict; an empty list selects nothing. */
export interface DocumentSelection {
  readonly documentKinds?: readonly DocumentKind[] | undefined;
  readonly releases?: readonly Release[] | undefined;
  /** Actors in the lineage of an author on the document's day, the author included. */
  readonly reportedBy?: readonly number[] | undefined;
}

/** The documents that pass a filter. */
export interface SelectedDocuments {
  readonly groups: DocumentGroups;
  /**
   * 1 at the index of each group that passes; the entry after the last group is 0, for unknown
   * documents.
   */
  readonly passing: Uint8Array;
  /** Runs of groups that pass: run i is from group runs[2i] to before group runs[2i + 1]. */
  readonly runs: readonly number[];
  /** Whether all documents pass. */
  readonly isEvery: boolean;
  /**
   * 1 at the index of each group that passes by `reportedBy` without certainty that an author spoke for one
   * of these actors; null if there is none.
   */
  readonly uncertain: Uint8Array | null;
}

/** The documents that meet the criteria; decides once for each group of documents. */
export function selectDocuments(
  documents: DocumentTable,
  criteria: DocumentSelection,
  affiliations: AffiliationIndex,
): SelectedDocuments {
  const groups = documentGroups(documents, affiliations);
  if (Object.values(criteria).every((each) => each === undefined)) return everyDocument(groups);
  const passing = new Uint8Array(groups.every.length);
  const passIfMet = (index: number): void => {
    const group = groups.groups[index];
    passing[index] = group !== undefined && meets(group, criteria) ? 1 : 0;
  };
  const { reportedBy } = criteria;
  if (reportedBy === undefined)
    for (let index = 0; index < groups.groups.length; index += 1) passIfMet(index);
  else for (const actor of reportedBy) groups.byActor.get(actor)?.forEach(passIfMet);
  const isUncertain =
    reportedBy !== undefined &&
    groups.groups.some(({ isCertain }, group) => !isCertain && passing[group] === 1);
  const uncertain = isUncertain
    ? passing.map((passes, group) => (groups.groups[group]?.isCertain === false ? passes : 0))
    : null;
  return { ...select(groups, passing), uncertain };
}

/** All documents; `passing` is the same for every filter that restricts none (count-window.ts). */
function everyDocument(groups: DocumentGroups): SelectedDocuments {
  const { length } = groups.groups;
  return {
    groups,
    passing: groups.every,
    runs: length > 0 ? [0, length] : [],
    isEvery: true,
    uncertain: null,
  };
}

function select(groups: DocumentGroups, passing: Uint8Array): SelectedDocuments {
  // The entry after the last group is always 0.
  if (passing.indexOf(0) === passing.length - 1) return everyDocument(groups);
  const runs: number[] = [];
  for (let start = passing.indexOf(1); start !== -1; ) {
    const end = passing.indexOf(0, start);
    runs.push(start, end);
    start = passing.indexOf(1, end);
  }
  return { groups, passing, runs, isEvery: false, uncertain: null };
}

/** Whether a group meets the criteria other than `reportedBy`. */
function meets(
  { kind, release }: DocumentGroup,
  { documentKinds, releases }: DocumentSelection,
): boolean {
  return (
    (documentKinds === undefined || documentKinds.includes(kind)) &&
    (releases === undefined || releases.includes(release))
  );
}

/** The documents in both selections, which must be of the same groups. */
export function inBoth(a: SelectedDocuments, b: SelectedDocuments): SelectedDocuments {
  const both = select(
    a.groups,
    a.passing.map((passes, group) => passes & (b.passing[group] ?? 0)),
  );
  const uncertain = a.uncertain?.map((one, group) => one | (b.uncertain?.[group] ?? 0));
  return { ...both, uncertain: uncertain ?? b.uncertain };
}

/** At the number of each document 1 if it passes, else 0. */
export function passingDocuments({ groups: { groupOf }, passing }: SelectedDocuments): Uint8Array {
  const documents = new Uint8Array(groupOf.length);
  for (let id = 0; id < documents.length; id += 1)
    documents[id] = passing[groupOf[id] as number] as number;
  return documents;
}
