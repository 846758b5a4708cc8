import type { CodebookDraft, DocumentDraft, PositionDraft, TextDraft } from '#src/domain/corpus.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import {
  type AnchorText,
  anchorQuotation,
  type NearestPassage,
  prepareAnchoring,
} from '#src/ingest/anchoring/anchor-quotation.ts';
import type { CodedStatement, CodingFile } from '#src/ingest/data-files/coding-file.ts';
import type { Path } from '#src/ingest/data-files/read-yaml.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Said } from './parse-inputs.ts';
import { type ResolvedActors, unknownActor } from './resolve-actors.ts';

/** What codings refer to: the corpus after the import. */
export interface CodingWorld {
  readonly actors: ResolvedActors['actors'];
  readonly codebooks: readonly CodebookDraft[];
  readonly document: (reference: string) => DocumentDraft | undefined;
  readonly text: (reference: string) => TextDraft | undefined;
  /** All references, for suggestions. */
  readonly references: () => Iterable<string>;
}

/**
 * Turns coded statements into positions: resolves names and locates every quotation in its text.
 * Adds to `problems` unknown names, quotations that are not in the text, and documents coded twice
 * by one coder.
 */
export function resolveCodings(
  codings: readonly Said<CodingFile>[],
  world: CodingWorld,
  problems: ImportProblem[],
): readonly PositionDraft[] {
  const positions: PositionDraft[] = [];
  const codedBy = new Map<string, string>();
  for (const said of codings) {
    const { document, coder } = said.value;
    const unit = `${document} by ${coder}`;
    const before = codedBy.get(unit);
    if (before === undefined) codedBy.set(unit, said.path);
    else {
      const message = `${document} is coded by ${coder} in ${before} too. One file holds a coder's whole coding of a document, by one version of one codebook.`;
      problems.push({ path: said.path, line: said.lineOf(['document']), message });
    }
    positions.push(...resolveCoding(said, world, problems));
  }
  return positions;
}

function resolveCoding(
  said: Said<CodingFile>,
  world: CodingWorld,
  problems: ImportProblem[],
): readonly PositionDraft[] {
  const { value: file, lineOf, path } = said;
  const complain = (at: Path, message: string): void => {
    problems.push({ path, line: lineOf(at), message });
  };
  const document = world.document(file.document);
  const text = world.text(file.document);
  if (!document || !text) {
    const near = didYouMean(file.document, world.references());
    complain(
      ['document'],
      `There is no document "${file.document}". Import it first, or with this file.${near}`,
    );
    return [];
  }
  const codebook = findCodebook(file, world.codebooks, complain);
  if (!codebook) return [];
  const anchorText = prepareAnchoring(text.text, text.passages);
  return file.statements.flatMap((statement, s) => {
    const at: Path = ['statements', s];
    checkActors(statement, at, world.actors, complain);
    checkAuthor(statement, at, document, complain);
    const evidence = anchor(statement, at, file.document, anchorText, complain);
    return statement.positions.flatMap((position, p) => {
      const place: Path = [...at, 'positions', p];
      checkAgainstCodebook(position, place, codebook, complain);
      if (evidence === null) return [];
      const draft: PositionDraft = {
        key: positionKey(file, statement.id, position.condition),
        codebook: codebook.slug,
        version: codebook.version,
        condition: position.condition,
        holder: statement.holder,
        stance: position.stance,
        statedOn: statement.statedOn.day,
        statedOnPrecision: statement.statedOn.precision,
        onOrBefore: statement.onOrBefore,
        channel: statement.channel,
        wording: statement.wording,
        modality: statement.modality,
        retellings: statement.attribution.length - 1,
        summary: position.summary,
        rationale: position.rationale ?? null,
        document: file.document,
        coder: file.coder,
        confidence: position.confidence,
        status: file.status,
        disputes: disputedKey(file, statement, position.condition, [...at, 'disputes'], complain),
        evidence: [evidence],
        attribution: statement.attribution.map(({ speaker, audience, channel, date }) => ({
          speaker,
          audience,
          channel,
          toldOn: date ?? null,
        })),
      };
      return [draft];
    });
  });
}

type Complain = (at: Path, message: string) => void;

function positionKey(file: CodingFile, statement: string, condition: string): string {
  return `${file.document}/${file.coder}/${statement}/${condition}`;
}

function findCodebook(
  file: CodingFile,
  codebooks: readonly CodebookDraft[],
  complain: Complain,
): CodebookDraft | null {
  const named = codebooks.filter((codebook) => codebook.slug === file.codebook);
  const found = named.find((codebook) => codebook.version === file.version);
  if (found) return found;
  if (named.length > 0) {
    const versions = named.map((codebook) => codebook.version).join(', ');
    complain(
      ['version'],
      `The codebook "${file.codebook}" has no version ${file.version}; it has ${versions}.`,
    );
  } else {
    const near = didYouMean(
      file.codebook,
      codebooks.map((codebook) => codebook.slug),
    );
    complain(['codebook'], `There is no codebook "${file.codebook}".${near}`);
  }
  return null;
}

function checkActors(
  statement: CodedStatement,
  at: Path,
  actors: ResolvedActors['actors'],
  complain: Complain,
): void {
  const check = (slug: string, path: Path): void => {
    if (!actors.has(slug)) complain([...at, ...path], unknownActor(slug, actors));
  };
  check(statement.holder, ['holder']);
  statement.attribution.forEach((step, i) => {
    check(step.speaker, ['attribution', i, 'speaker']);
    step.audience.forEach((hearer, j) => check(hearer, ['attribution', i, 'audience', j]));
  });
}

/** The chain ends at the document: otherwise its retellings would be miscounted. */
function checkAuthor(
  statement: CodedStatement,
  at: Path,
  document: DocumentDraft,
  complain: Complain,
): void {
  const authors = document.correspondents
    .filter(({ role, actor }) => role === 'AUTHOR' && actor !== null)
    .map(({ actor }) => actor);
  const last = statement.attribution.at(-1);
  if (last === undefined || authors.length === 0 || authors.includes(last.speaker)) return;
  complain(
    [...at, 'attribution', statement.attribution.length - 1, 'speaker'],
    `The last step is the document itself, made by ${authors.join(' or ')}, not by ${last.speaker}.`,
  );
}

function checkAgainstCodebook(
  position: CodedStatement['positions'][number],
  at: Path,
  codebook: CodebookDraft,
  complain: Complain,
): void {
  const codes = codebook.conditions.map((condition) => condition.code);
  if (!codes.includes(position.condition)) {
    const near = didYouMean(position.condition, codes);
    complain(
      [...at, 'condition'],
      `The codebook has no condition "${position.condition}"; it has ${codes.join(', ')}.${near}`,
    );
  }
  const levels = codebook.stances.map((level) => level.stance);
  if (!levels.includes(position.stance)) {
    complain(
      [...at, 'stance'],
      `The codebook does not use the stance ${position.stance}; it uses ${levels.join(', ')}.`,
    );
  }
}

function anchor(
  statement: CodedStatement,
  at: Path,
  reference: string,
  text: AnchorText,
  complain: Complain,
) {
  const anchoring = anchorQuotation(text, statement.quote, statement.passage ?? null);
  if (anchoring.kind === 'anchored') return anchoring.evidence;
  if (anchoring.kind === 'missing') {
    complain(
      [...at, 'quote'],
      `The quotation is not in ${reference}, letter for letter.${describeNearest(anchoring.nearest)}`,
    );
  } else {
    const where = anchoring.passages.map((passage) => passage?.number ?? '?').join(', ');
    complain(
      [...at, 'quote'],
      `The quotation stands ${anchoring.passages.length} times in ${reference} (paragraphs ${where}). Lengthen it, or name the paragraph: passage: 3`,
    );
  }
  return null;
}

/** Where the text comes nearest to words that are not in it. */
export function describeNearest(nearest: NearestPassage | null): string {
  if (nearest === null) return ' Nothing like it is there.';
  const number = nearest.passage?.number;
  const where =
    number === undefined || number === null
      ? 'The text comes nearest with'
      : `Paragraph ${number} comes nearest with`;
  return ` ${where}: "${nearest.words}"`;
}

function disputedKey(
  file: CodingFile,
  statement: CodedStatement,
  condition: string,
  at: Path,
  complain: Complain,
): string | null {
  if (statement.disputes === undefined) return null;
  const disputed = file.statements.find((other) => other.id === statement.disputes);
  if (!disputed?.positions.some((position) => position.condition === condition)) {
    complain(
      at,
      `The statement "${statement.disputes}" has no position on ${condition} to dispute.`,
    );
  }
  return positionKey(file, statement.disputes, condition);
}
