import { isDeepStrictEqual } from 'node:util';
import type { AddedAndChanged, AddedAndEnded, Changes } from '#src/domain/changes.ts';
import {
  type CodebookDraft,
  type CodingDraft,
  codingKey,
  type EvidenceDraft,
  type PositionDraft,
} from '#src/domain/corpus.ts';
import { prepareAnchoring, reanchor } from '#src/ingest/anchoring/anchor-quotation.ts';
import { toCodebookDraft } from '#src/ingest/data-files/codebook-file.ts';
import type { StoredDrafts } from '#src/store/read/read-drafts.ts';
import { tiesOf } from './actor-ties.ts';
import { describeNearest, overlaps } from './anchor-evidence.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ParsedInputs } from './parse-inputs.ts';
import { type ResolvedActors, resolveActors } from './resolve-actors.ts';
import { resolveCodings } from './resolve-codings.ts';
import { type ResolvedDocuments, resolveDocuments, whyPurged } from './resolve-documents.ts';
import { resolveWithdrawals, type Withdrawals, withdrawnAs } from './resolve-withdrawals.ts';

/** The changes of an import, the sources it skips, and the problems that prevent it. */
export interface Plan {
  readonly changes: Changes;
  readonly skipped: readonly ImportProblem[];
  /** Why something is withdrawn. */
  readonly reasons: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/**
 * The changes that turn the stored corpus into the corpus that the inputs describe. With problems,
 * the changes must not be written.
 */
export function planChanges(inputs: ParsedInputs, stored: StoredDrafts): Plan {
  const problems = [...inputs.problems];
  const resolved = resolveActors(inputs, stored, problems);
  const documents = resolveDocuments(inputs, stored, resolved, problems);
  const codebooks = resolveCodebooks(inputs, stored, problems);
  const codings = inputs.codings.filter(({ path, value, lineOf }) => {
    const gone = whyPurged(value.document, stored);
    if (gone !== null) problems.push({ path, line: lineOf(['document']), message: gone });
    return gone === null;
  });
  const areTied = tiesOf(resolved.actors.keys(), [
    ...stored.affiliations.filter(({ member }) => !resolved.listed.has(member)),
    ...resolved.affiliations,
  ]);
  const coded = resolveCodings(
    codings,
    {
      actors: resolved.actors,
      areTied,
      codebooks: [...stored.codebooks, ...codebooks.added],
      document: (reference) =>
        documents.documents.get(reference) ?? stored.documents.get(reference),
      text: (reference) => documents.texts.get(reference) ?? stored.texts.get(reference),
      position: (key) => stored.positions.get(key),
      references: () => new Set([...documents.documents.keys(), ...stored.documents.keys()]),
    },
    problems,
  );
  checkMembers(inputs, stored, resolved, problems);
  const targets = new Map(coded.map((draft) => [draft.key, draft]));
  const recoded = new Set(inputs.codings.map(({ value }) => codingKey(value)));
  const changedTexts = [...documents.texts.values()].filter(
    (text) => !isDeepStrictEqual(text, stored.texts.get(text.document)),
  );
  const changedReferences = new Set(changedTexts.map((text) => text.document));
  const described = new Set([
    ...documents.textPaths.keys(),
    ...inputs.documents.map(({ value }) => value.reference),
    ...inputs.codings.map(({ value }) => value.document),
  ]);
  const withdrawals = resolveWithdrawals(inputs, stored, described, problems);
  const endedPositions: string[] = [];
  const positions: PositionDraft[] = [];
  for (const before of stored.positions.values()) {
    if (targets.has(before.key)) continue;
    if (withdrawals.documents.has(before.document) || withdrawals.codings.has(withdrawnAs(before)))
      endedPositions.push(before.key);
    else if (recoded.has(codingKey(before))) endedPositions.push(before.key);
    else if (changedReferences.has(before.document))
      positions.push(moveEvidence(before, documents, problems));
  }
  for (const target of targets.values()) {
    // Evidence refers to one version of a text, so a new text needs new evidence.
    if (
      changedReferences.has(target.document) ||
      !isDeepStrictEqual(target, stored.positions.get(target.key))
    ) {
      positions.push(target);
    }
  }
  const changedDocuments = difference(documents.documents, stored.documents);
  const ofListed = stored.affiliations.filter(
    ({ member }) => resolved.listed.has(member) || withdrawals.actors.has(member),
  );
  return {
    changes: {
      actors: { ...difference(resolved.actors, stored.actors), ended: [...withdrawals.actors] },
      affiliations: {
        added: resolved.affiliations.filter((a) => !ofListed.some((b) => isDeepStrictEqual(a, b))),
        ended: ofListed.filter((b) => !resolved.affiliations.some((a) => isDeepStrictEqual(a, b))),
      },
      codebooks,
      documents: {
        added: changedDocuments.added,
        changed: changedDocuments.changed.filter(
          ({ reference }) => !withdrawals.documents.has(reference),
        ),
        ended: [...withdrawals.documents],
      },
      texts: changedTexts,
      codings: resolveChangedCodings(inputs, stored, withdrawals),
      positions,
      endedPositions,
    },
    skipped: documents.skipped,
    reasons: withdrawals.reasons,
    problems,
  };
}

/** The codings that the files add, change or withdraw. One may be without statements. */
function resolveChangedCodings(
  { codings }: ParsedInputs,
  stored: StoredDrafts,
  withdrawals: Withdrawals,
): AddedAndEnded<CodingDraft> {
  const drafts = codings.map(({ value: { document, codebook, version, coder, status } }) => ({
    document,
    codebook,
    version,
    coder,
    status,
  }));
  const added = drafts.filter(
    (draft) => stored.codings.get(codingKey(draft))?.status !== draft.status,
  );
  const changed = new Set(added.map((draft) => codingKey(draft)));
  const ended = [...stored.codings.values()].filter(
    (draft) =>
      changed.has(codingKey(draft)) ||
      withdrawals.documents.has(draft.document) ||
      withdrawals.codings.has(withdrawnAs(draft)),
  );
  return { added, ended };
}

/** An organisation cannot be withdrawn while an actor that remains is part of it. */
function checkMembers(
  inputs: ParsedInputs,
  stored: StoredDrafts,
  { actors, listed }: ResolvedActors,
  problems: ImportProblem[],
): void {
  for (const { path, value, lineOf } of inputs.withdrawals)
    for (const [i, { actor, aliases }] of value.withdrawals.entries()) {
      if (actor === undefined || aliases !== undefined) continue;
      const members = stored.affiliations
        .filter(({ organisation, member }) => organisation === actor && actors.has(member))
        .filter(({ member }) => !listed.has(member))
        .map(({ member }) => member);
      if (members.length === 0) continue;
      problems.push({
        path,
        line: lineOf(['withdrawals', i, 'actor']),
        message: `The actor "${actor}" still has members: ${members.join(', ')}. Import them without that affiliation first.`,
      });
    }
}

function difference<Draft>(
  drafts: ReadonlyMap<string, Draft>,
  stored: ReadonlyMap<string, Draft>,
): AddedAndChanged<Draft> {
  const added: Draft[] = [];
  const changed: Draft[] = [];
  for (const [key, draft] of drafts) {
    const before = stored.get(key);
    if (before === undefined) added.push(draft);
    else if (!isDeepStrictEqual(draft, before)) changed.push(draft);
  }
  return { added, changed };
}

function resolveCodebooks(
  inputs: ParsedInputs,
  stored: StoredDrafts,
  problems: ImportProblem[],
): AddedAndChanged<CodebookDraft> {
  const added: CodebookDraft[] = [];
  const changed: CodebookDraft[] = [];
  for (const { path, value, lineOf } of inputs.codebooks) {
    const draft = toCodebookDraft(value);
    const same = (other: CodebookDraft): boolean =>
      other.slug === draft.slug && other.version === draft.version;
    const before = stored.codebooks.find(same);
    if (added.some(same)) {
      problems.push({
        path,
        line: lineOf(['version']),
        message: `Version ${draft.version} of the codebook "${draft.slug}" is also in another file of this import. Remove one of them.`,
      });
    } else if (before === undefined) {
      added.push(draft);
    } else if (
      !isDeepStrictEqual(
        {
          ...draft,
          isDefault: before.isDefault,
          denials: definesDenials(draft, before) ? null : draft.denials,
        },
        before,
      )
    ) {
      problems.push({
        path,
        line: lineOf(['version']),
        message: `Version ${draft.version} of the codebook "${draft.slug}" is stored with different content, and versions are immutable. Import the new content as version ${draft.version + 1}.`,
      });
    } else if (draft.isDefault !== before.isDefault || definesDenials(draft, before)) {
      changed.push(draft);
    }
  }
  const defaults = inputs.codebooks.filter(({ value }) => value.default);
  for (const { path, lineOf } of defaults.slice(1)) {
    problems.push({
      path,
      line: lineOf(['default']),
      message: `${defaults[0]?.path} also has default: true. Remove it from one of the two files.`,
    });
  }
  return { added, changed };
}

/** Whether a file adds to a stored codebook what all its denials conform to already. */
function definesDenials({ denials }: CodebookDraft, before: CodebookDraft): boolean {
  return before.denials === null && denials?.stance === 'OTHER';
}

/** Locates the evidence of an unchanged position in the new text of its document. */
function moveEvidence(
  before: PositionDraft,
  documents: ResolvedDocuments,
  problems: ImportProblem[],
): PositionDraft {
  const text = documents.texts.get(before.document);
  if (!text) return before;
  const into = prepareAnchoring(text);
  const moved: EvidenceDraft[] = [];
  const evidence = before.evidence.map((old) => {
    const found = reanchor(into, old);
    if (found.kind === 'anchored' && !moved.some((other) => overlaps(other, found.evidence))) {
      moved.push(found.evidence);
      return found.evidence;
    }
    const reason =
      found.kind === 'missing'
        ? `does not occur verbatim in the new text of ${before.document}. Correct the text, or import the coding with a corrected quotation.${describeNearest(found.nearest)}`
        : `${found.kind === 'ambiguous' ? `occurs ${found.passages.length} times` : 'has the place of another one of the position'} in the new text of ${before.document}. Import the text together with its coding file, and add start and end to the quotation.`;
    problems.push({
      path: documents.textPaths.get(before.document) ?? before.document,
      line: null,
      message: `The quotation "${old.exact}" of the position ${before.key} ${reason}`,
    });
    return old;
  });
  return { ...before, evidence };
}
