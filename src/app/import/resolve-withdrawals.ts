import type { ActorDraft, CodingDraft } from '#src/domain/corpus.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import type { StoredDrafts } from '#src/store/read/read-drafts.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ParsedInputs } from './parse-inputs.ts';
import { unknownActor } from './resolve-actors.ts';

/** What the inputs withdraw. */
export interface Withdrawals {
  /** References of documents. */
  readonly documents: ReadonlySet<string>;
  /** Slugs of actors. */
  readonly actors: ReadonlySet<string>;
  /** Codings, as `document/coder`. */
  readonly codings: ReadonlySet<string>;
  /** The reasons, each with what is withdrawn. */
  readonly reasons: readonly string[];
}

/**
 * Collects the withdrawals of the files. Adds to `problems` those of what is not in the corpus, or is
 * described by another file of the import.
 */
export function resolveWithdrawals(
  inputs: ParsedInputs,
  stored: StoredDrafts,
  described: ReadonlySet<string>,
  problems: ImportProblem[],
): Withdrawals {
  const documents = new Set<string>();
  const actors = new Set<string>();
  const codings = new Set<string>();
  const reasons: string[] = [];
  const listed = new Set(
    inputs.actors.flatMap(({ value }) => value.actors.map((entry) => entry.slug)),
  );
  const coded = new Set(inputs.codings.map(({ value }) => withdrawnAs(value)));
  for (const { path, value, lineOf } of inputs.withdrawals) {
    value.withdrawals.forEach(({ document, coder, fields, actor, aliases, reason }, i) => {
      const report = (field: string, message: string): void => {
        problems.push({ path, line: lineOf(['withdrawals', i, field]), message });
      };
      if (actor !== undefined) {
        const known = stored.actors.get(actor);
        if (known === undefined) report('actor', unknownActor(actor, stored.actors));
        if (listed.has(actor)) report('actor', describedToo(`actor "${actor}"`));
        if (aliases === undefined) actors.add(actor);
        for (const alias of aliases ?? [])
          if (known?.aliases.includes(alias) === false) report('aliases', noAlias(known, alias));
        reasons.push(
          `${actor}${aliases === undefined ? '' : ` as ${aliases.join(', ')}`}: ${reason}`,
        );
        return;
      }
      if (document === undefined) return;
      const coding = withdrawnAs({ document, coder: coder ?? '' });
      if (!stored.documents.has(document)) {
        report('document', `There is no document "${document}".`);
      } else if (coder === undefined) {
        // So is a header of which something is cleared: what the file says of it would be lost.
        if (described.has(document)) report('document', describedToo(`document "${document}"`));
      } else {
        if (![...stored.codings.values()].some((each) => withdrawnAs(each) === coding))
          report('coder', `${coder} has not coded ${document}.`);
        if (coded.has(coding)) report('coder', describedToo(`coding of ${document} by ${coder}`));
      }
      if (coder !== undefined) codings.add(coding);
      else if (fields === undefined) documents.add(document);
      const part = coder === undefined ? fields?.join(', ') : `as coded by ${coder}`;
      reasons.push(`${document}${part === undefined ? '' : ` ${part}`}: ${reason}`);
    });
  }
  return { documents, actors, codings, reasons };
}

function noAlias(actor: ActorDraft, alias: string): string {
  return alias === actor.name
    ? `"${alias}" is the name of ${actor.slug}. To rename it, import an actors file.`
    : `${actor.slug} has no alias "${alias}".${didYouMean(alias, actor.aliases)}`;
}

/** How a withdrawal names a coding: by all codebooks. */
export function withdrawnAs({ document, coder }: Pick<CodingDraft, 'document' | 'coder'>): string {
  return `${document}/${coder}`;
}

function describedToo(what: string): string {
  return `The ${what} is in another file of this import too. Remove one of the two.`;
}
