import type {
  CodebookDraft,
  DocumentDraft,
  EvidenceDraft,
  PositionDraft,
  TextDraft,
} from '#src/domain/corpus.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import { prepareAnchoring } from '#src/ingest/anchoring/anchor-quotation.ts';
import type { CodedStatement, CodingFile } from '#src/ingest/data-files/coding-file.ts';
import type { Path } from '#src/ingest/data-files/read-yaml.ts';
import type { AreTied } from './actor-ties.ts';
import { anchorEvidence } from './anchor-evidence.ts';
import { checkAttribution } from './check-attribution.ts';
import { checkDenial } from './check-denial.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Located } from './parse-inputs.ts';
import { type ResolvedActors, unknownActor } from './resolve-actors.ts';

/** What codings refer to: the corpus after the import. */
export interface CodingContext {
  readonly actors: ResolvedActors['actors'];
  readonly areTied: AreTied;
  readonly codebooks: readonly CodebookDraft[];
  readonly document: (reference: string) => DocumentDraft | undefined;
  readonly text: (reference: string) => TextDraft | undefined;
  readonly position: (key: string) => PositionDraft | undefined;
  /** All references, for suggestions. */
  readonly references: () => Iterable<string>;
}

/**
 * Turns coded statements into positions: resolves names and locates every quotation in its text.
 * Adds to `problems` unknown names, quotations that are not in the text, and documents coded twice
 * by one coder with one codebook.
 */
export function resolveCodings(
  codings: readonly Located<CodingFile>[],
  context: CodingContext,
  problems: ImportProblem[],
): readonly PositionDraft[] {
  const positions: PositionDraft[] = [];
  const keyed = new Map<string, PositionDraft>();
  const codedBy = new Map<string, string>();
  for (const located of codings) {
    const { document, coder, codebook, version } = located.value;
    const unit = `${document} by ${coder} with ${codebook}@${version}`;
    const before = codedBy.get(unit);
    if (before === undefined) codedBy.set(unit, located.path);
    else {
      const message = `${document} is also coded by ${coder} with ${codebook}@${version} in ${before}. Put all statements of one coder on one document into one file.`;
      problems.push({ path: located.path, line: located.lineOf(['document']), message });
    }
    const known: CodingContext = {
      ...context,
      position: (key) => keyed.get(key) ?? context.position(key),
    };
    const resolved = resolveCoding(located, known, problems);
    for (const each of resolved) keyed.set(each.key, each);
    positions.push(...resolved);
  }
  return positions;
}

function resolveCoding(
  located: Located<CodingFile>,
  context: CodingContext,
  problems: ImportProblem[],
): readonly PositionDraft[] {
  const { value: file, lineOf, path } = located;
  const report = (at: Path, message: string): void => {
    problems.push({ path, line: lineOf(at), message });
  };
  const document = context.document(file.document);
  const text = context.text(file.document);
  if (!document || !text) {
    const near = didYouMean(file.document, context.references());
    report(
      ['document'],
      `There is no document "${file.document}". Import it first or together with this file.${near}`,
    );
    return [];
  }
  const codebook = findCodebook(file, context.codebooks, report);
  if (!codebook) return [];
  const anchorText = prepareAnchoring(text);
  const firstLine = new Map<string, number | null>();
  const keyOf = (statement: string, condition: string): string =>
    positionKey(file, statement, condition, context);
  return file.statements.flatMap((statement, s) => {
    const at: Path = ['statements', s];
    const reportAt = (below: Path, message: string): void => report([...at, ...below], message);
    checkActors(statement, at, context.actors, report);
    const attribution = statement.attribution.map(({ date, ...step }) => ({
      ...step,
      toldOn: date ?? null,
    }));
    const told = {
      holder: statement.holder,
      statedOn: statement.statedOn.day,
      statedOnPrecision: statement.statedOn.precision,
      onOrBefore: statement.onOrBefore,
      attribution,
    };
    checkAttribution(told, document, context.areTied, reportAt);
    checkDenial(statement, file.statements, codebook, context.areTied, reportAt);
    const evidence = anchorEvidence(statement, at, file.document, anchorText, report);
    return statement.positions.flatMap((position, p) => {
      const place: Path = [...at, 'positions', p];
      checkAgainstCodebook(position, place, codebook, report);
      if (evidence === null) return [];
      const unit = unitOf(statement.holder, position.condition, evidence);
      const before = firstLine.get(unit);
      if (before === undefined) firstLine.set(unit, lineOf([...place, 'condition']));
      else
        report(
          [...place, 'condition'],
          `A position of ${statement.holder} on ${position.condition} in these very words is already defined at line ${before}.`,
        );
      const draft: PositionDraft = {
        key: keyOf(statement.id, position.condition),
        codebook: codebook.slug,
        version: codebook.version,
        condition: position.condition,
        ...told,
        onBehalfOf: statement.onBehalfOf ?? null,
        stance: position.stance,
        channel: statement.channel,
        wording: statement.wording,
        modality: statement.modality,
        retellings: statement.attribution.length - 1,
        summary: position.summary,
        rationale: position.rationale ?? null,
        document: file.document,
        coder: file.coder,
        confidence: position.confidence,
        disputes:
          statement.disputes === undefined ? null : keyOf(statement.disputes, position.condition),
        evidence,
      };
      return [draft];
    });
  });
}

type Report = (at: Path, message: string) => void;

/** A unit of coding: holder, condition and quoted words, in whichever order they are quoted. */
function unitOf(holder: string, condition: string, evidence: readonly EvidenceDraft[]): string {
  const places = evidence.map(({ start, end }) => `${start}-${end}`).toSorted();
  return [holder, condition, ...places].join(' ');
}

/**
 * The key of a position. It names the codebook only where the coder has already coded the same statement
 * and condition with another one, so that the positions of both remain.
 */
function positionKey(
  { document, coder, codebook, version }: CodingFile,
  statement: string,
  condition: string,
  { position }: CodingContext,
): string {
  const key = `${document}/${coder}/${statement}/${condition}`;
  const taken = position(key);
  return taken === undefined || (taken.codebook === codebook && taken.version === version)
    ? key
    : `${document}/${coder}/${codebook}@${version}/${statement}/${condition}`;
}

function findCodebook(
  file: CodingFile,
  codebooks: readonly CodebookDraft[],
  report: Report,
): CodebookDraft | null {
  const named = codebooks.filter((codebook) => codebook.slug === file.codebook);
  const found = named.find((codebook) => codebook.version === file.version);
  if (found) return found;
  if (named.length > 0) {
    const versions = named.map((codebook) => codebook.version).join(', ');
    report(
      ['version'],
      `The codebook "${file.codebook}" has no version ${file.version}; its versions are ${versions}.`,
    );
  } else {
    const near = didYouMean(
      file.codebook,
      codebooks.map((codebook) => codebook.slug),
    );
    report(['codebook'], `There is no codebook "${file.codebook}".${near}`);
  }
  return null;
}

function checkActors(
  statement: CodedStatement,
  at: Path,
  actors: ResolvedActors['actors'],
  report: Report,
): void {
  const check = (slug: string, path: Path): void => {
    if (!actors.has(slug)) report([...at, ...path], unknownActor(slug, actors));
  };
  check(statement.holder, ['holder']);
  if (statement.onBehalfOf !== undefined) check(statement.onBehalfOf, ['onBehalfOf']);
  if (statement.onBehalfOf === statement.holder)
    report(
      [...at, 'onBehalfOf'],
      `The holder, ${statement.holder}, speaks for itself and what it is part of. Remove onBehalfOf, or name another actor.`,
    );
  statement.attribution.forEach((step, i) => {
    check(step.speaker, ['attribution', i, 'speaker']);
    step.audience.forEach((hearer, j) => check(hearer, ['attribution', i, 'audience', j]));
  });
}

function checkAgainstCodebook(
  position: CodedStatement['positions'][number],
  at: Path,
  codebook: CodebookDraft,
  report: Report,
): void {
  const codes = codebook.conditions.map((condition) => condition.code);
  if (!codes.includes(position.condition)) {
    const near = didYouMean(position.condition, codes);
    report(
      [...at, 'condition'],
      `The codebook "${codebook.slug}" has no condition "${position.condition}"; it has ${codes.join(', ')}.${near}`,
    );
  }
  const levels = codebook.stances.map((level) => level.stance);
  if (!levels.includes(position.stance)) {
    report(
      [...at, 'stance'],
      `The codebook "${codebook.slug}" does not use the stance ${position.stance}; it uses ${levels.join(', ')}.`,
    );
  }
}
