import { createHash } from 'node:crypto';
import type {
  ClearableField,
  CorrespondentDraft,
  DocumentDraft,
  TextDraft,
} from '#src/domain/corpus.ts';
import type { SourceDocument } from '#src/domain/source-document.ts';
import { type DocumentFile, toExcerptText } from '#src/ingest/data-files/document-file.ts';
import type { StoredDrafts } from '#src/store/read/read-drafts.ts';
import type { ImportProblem } from './import-problem.ts';
import { fillHeader } from './merge-header.ts';
import type { Located, ParsedInputs } from './parse-inputs.ts';
import { type ResolvedActors, unknownActor } from './resolve-actors.ts';

/** The documents that the inputs add or change, by reference. */
export interface ResolvedDocuments {
  /** Documents mentioned in the inputs. */
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  readonly texts: ReadonlyMap<string, TextDraft>;
  /** The file of each text. */
  readonly textPaths: ReadonlyMap<string, string>;
  /** Omitted sources, with the reason. */
  readonly skipped: readonly ImportProblem[];
}

/**
 * Merges the documents and texts of the inputs with the stored ones. A source whose reference
 * already has another full text is skipped, or is a problem if its path was given. Adds other
 * inconsistencies to `problems`.
 */
export function resolveDocuments(
  inputs: ParsedInputs,
  stored: StoredDrafts,
  resolved: ResolvedActors,
  problems: ImportProblem[],
): ResolvedDocuments {
  const documents = new Map<string, DocumentDraft>();
  const texts = new Map<string, TextDraft>();
  const textPaths = new Map<string, string>();
  const skipped: ImportProblem[] = [];
  const headers = withoutLostNames(stored.documents, resolved);
  for (const { path, named, documents: found } of inputs.sources) {
    const references = found.map(referenceOf);
    found.forEach((source, i) => {
      const reference = references[i] ?? referenceOf(source);
      const gone = whyPurged(reference, stored);
      if (gone !== null) {
        problems.push({ path, line: null, message: gone });
        return;
      }
      const text: TextDraft = { ...textFields(source), document: reference, coverage: 'FULL' };
      const other = texts.get(reference) ?? fullText(stored.texts.get(reference));
      if (other !== null && other.text !== text.text) {
        const message = `${reference} already has a different full text; the first one is kept. To correct it: demarche correct ${reference} ${path}`;
        (named && source.enclosedBy === null && !texts.has(reference) ? problems : skipped).push({
          path,
          line: null,
          message,
        });
        return;
      }
      const twin = textPaths.get(reference);
      if (twin !== undefined && source.reference === null) {
        skipped.push({ path, line: null, message: `${twin} holds the same text.` });
        return;
      }
      const enclosedBy =
        source.enclosedBy === null ? null : (references[source.enclosedBy] ?? null);
      const draft = { ...headerFields(source, resolved.actorOf), reference, enclosedBy };
      const before = documents.get(reference) ?? headers.get(reference);
      documents.set(reference, before ? fillHeader(before, draft) : draft);
      texts.set(reference, text);
      textPaths.set(reference, path);
    });
  }
  const described = new Map<string, string>();
  for (const located of inputs.documents) {
    const { reference } = located.value;
    const other = described.get(reference);
    if (other !== undefined) {
      problems.push({
        path: located.path,
        line: located.lineOf(['reference']),
        message: `${reference} is also described in ${other}. Put all that you know of it into one file.`,
      });
    }
    described.set(reference, located.path);
    const before = documents.get(reference) ?? headers.get(reference) ?? emptyHeader(reference);
    documents.set(reference, applyFile(before, located, resolved, problems));
    const excerpts = toExcerptText(located.value);
    const gone = excerpts && whyPurged(reference, stored);
    if (typeof gone === 'string') {
      problems.push({ path: located.path, line: located.lineOf(['excerpts']), message: gone });
      continue;
    }
    if (excerpts && !texts.has(reference) && fullText(stored.texts.get(reference)) === null) {
      texts.set(reference, excerpts);
      textPaths.set(reference, located.path);
    }
  }
  for (const { path, value, lineOf } of inputs.documents) {
    const { enclosedBy, reference } = value;
    if (!texts.has(reference) && !stored.texts.has(reference)) {
      const message = `${reference} has no text. Import its source together with this file, or add excerpts.`;
      problems.push({ path, line: lineOf(['reference']), message });
    }
    if (
      enclosedBy !== undefined &&
      enclosedBy !== null &&
      !documents.has(enclosedBy) &&
      !stored.documents.has(enclosedBy)
    ) {
      problems.push({
        path,
        line: lineOf(['enclosedBy']),
        message: `There is no document "${enclosedBy}". Import it first or together with this file.`,
      });
    }
  }
  reportEnclosureCycles(inputs, documents, stored, problems);
  for (const { value } of inputs.withdrawals)
    for (const { document, fields } of value.withdrawals) {
      const header = documents.get(document ?? '') ?? headers.get(document ?? '');
      if (header !== undefined && fields !== undefined)
        documents.set(header.reference, clearFields(header, fields));
    }
  for (const [reference, header] of headers)
    if (!documents.has(reference) && header !== stored.documents.get(reference))
      documents.set(reference, header);
  // An author may have become known only now, by a new actor or spelling.
  for (const draft of [...stored.documents.values(), ...documents.values()]) {
    const { reference } = draft;
    const known = (documents.get(reference) ?? draft).correspondents;
    const correspondents = known.map((each) => ({
      ...each,
      actor: each.actor ?? resolved.actorOf(each.asWritten),
    }));
    if (correspondents.some(({ actor }, i) => actor !== known[i]?.actor))
      documents.set(reference, { ...(documents.get(reference) ?? draft), correspondents });
  }
  return { documents, texts, textPaths, skipped };
}

/** The headers, with correspondents whose names an actor has lost as the names of nobody. */
function withoutLostNames(
  headers: StoredDrafts['documents'],
  { isLost }: ResolvedActors,
): StoredDrafts['documents'] {
  const found = new Map(headers);
  for (const [reference, header] of headers) {
    const correspondents = header.correspondents.map((each) =>
      each.actor !== null && isLost(each.asWritten, each.actor) ? { ...each, actor: null } : each,
    );
    if (correspondents.some((each, i) => each !== header.correspondents[i]))
      found.set(reference, { ...header, correspondents });
  }
  return found;
}

function clearFields(header: DocumentDraft, fields: readonly ClearableField[]): DocumentDraft {
  const cleared = new Set<string>(fields);
  const empty = Object.entries(emptyHeader(header.reference)).filter(([name]) => cleared.has(name));
  const correspondents = header.correspondents.filter(
    ({ role }) => !cleared.has(role === 'AUTHOR' ? 'authors' : 'addressees'),
  );
  return { ...header, ...Object.fromEntries(empty), correspondents };
}

/** A document cannot enclose itself, directly or through others. */
function reportEnclosureCycles(
  inputs: ParsedInputs,
  documents: ReadonlyMap<string, DocumentDraft>,
  stored: StoredDrafts,
  problems: ImportProblem[],
): void {
  const enclosing = (reference: string): string | null =>
    (documents.get(reference) ?? stored.documents.get(reference))?.enclosedBy ?? null;
  for (const { path, value, lineOf } of inputs.documents) {
    const chain = [value.reference];
    for (let at = enclosing(value.reference); at !== null; at = enclosing(at)) {
      if (chain.includes(at)) {
        if (at !== value.reference) break;
        problems.push({
          path,
          line: lineOf(['enclosedBy']),
          message: `${value.reference} would enclose itself: ${[...chain, at].join(' in ')}.`,
        });
        break;
      }
      chain.push(at);
    }
  }
}

/** The reference of a source, or one made from its checksum if it has none. */
export function referenceOf(source: SourceDocument): string {
  return (
    source.reference ??
    `text-${createHash('sha256').update(source.text).digest('hex').slice(0, 12)}`
  );
}

/** Why the words of a document cannot be imported; null if they can. */
export function whyPurged(reference: string, { purged }: StoredDrafts): string | null {
  const found = purged.get(reference);
  if (found === undefined) return null;
  return `The words of ${reference} were purged in revision ${found.revision}: ${found.reason}. They cannot be imported again; remove them from this file.`;
}

function fullText(text: TextDraft | undefined): TextDraft | null {
  return text?.coverage === 'FULL' ? text : null;
}

function textFields({ text, passages, messages, furniture, warnings }: SourceDocument) {
  return { text, passages, messages, furniture, warnings };
}

function headerFields(
  source: SourceDocument,
  actorOf: (name: string) => string | null,
): Omit<DocumentDraft, 'reference' | 'enclosedBy'> {
  const correspondents: CorrespondentDraft[] = [];
  if (source.author !== null) {
    correspondents.push({
      role: 'AUTHOR',
      asWritten: source.author,
      actor: actorOf(source.author),
    });
  }
  for (const { role, name } of source.addressees) {
    correspondents.push({ role, asWritten: name, actor: actorOf(name) });
  }
  return {
    kind: source.kind,
    title: source.title,
    createdAt: source.createdAt,
    releasedAt: source.releasedAt,
    release: source.release,
    classification: source.classification,
    handling: source.handling,
    origin: source.origin,
    caseNumber: source.caseNumber,
    tags: source.tags,
    language: source.language,
    rights: null,
    provenance: null,
    correspondents,
    references: source.references.map(({ asWritten, reference }) => ({ asWritten, reference })),
  };
}

function emptyHeader(reference: string): DocumentDraft {
  return {
    reference,
    kind: 'OTHER',
    title: null,
    createdAt: null,
    releasedAt: null,
    release: 'UNKNOWN',
    classification: null,
    handling: [],
    origin: null,
    caseNumber: null,
    tags: [],
    language: null,
    rights: null,
    provenance: null,
    enclosedBy: null,
    correspondents: [],
    references: [],
  };
}

/** The value of a file, null included; the stored one if the file leaves it out. */
function orStored(value: string | null | undefined, stored: string | null): string | null {
  return value === undefined ? stored : value;
}

/** Applies a document file, whose values override those read or stored. */
function applyFile(
  before: DocumentDraft,
  { path, value, lineOf }: Located<DocumentFile>,
  resolved: ResolvedActors,
  problems: ImportProblem[],
): DocumentDraft {
  const { authors } = value;
  authors.forEach(({ actor }, i) => {
    if (actor === undefined || resolved.actors.has(actor)) return;
    problems.push({
      path,
      line: lineOf(['authors', i, 'actor']),
      message: unknownActor(actor, resolved.actors),
    });
  });
  const others = before.correspondents.filter(
    ({ role }) => authors.length === 0 || role !== 'AUTHOR',
  );
  return {
    ...before,
    kind: value.kind ?? before.kind,
    title: orStored(value.title, before.title),
    createdAt: orStored(value.createdAt, before.createdAt),
    releasedAt: orStored(value.releasedAt, before.releasedAt),
    release: value.release ?? before.release,
    classification: orStored(value.classification, before.classification),
    origin: orStored(value.origin, before.origin),
    language: orStored(value.language, before.language),
    rights: orStored(value.rights, before.rights),
    provenance: orStored(value.provenance, before.provenance),
    enclosedBy: orStored(value.enclosedBy, before.enclosedBy),
    correspondents: [
      ...authors.map(
        ({ name, actor }): CorrespondentDraft => ({
          role: 'AUTHOR',
          asWritten: name,
          actor: actor ?? resolved.actorOf(name),
        }),
      ),
      ...others,
    ],
  };
}
