import type { ReadWarning } from '#src/domain/source-document.ts';
import { readReference } from './page-stamp.ts';
import { releaseCaption } from './release-mark.ts';
import type { UnstampedPaper } from './remove-page-stamps.ts';

/** The facts about a document and its release, from the stamps of all its pages. */
export interface ReleaseFacts {
  readonly reference: string | null;
  readonly caseNumber: string | null;
  readonly releasedAt: string | null;
  readonly classification: string | null;
  readonly handling: readonly string[];
  readonly warnings: readonly ReadWarning[];
}

interface Vote {
  readonly value: string;
  readonly line: number;
}

type Field = 'reference' | 'caseNumber' | 'releasedAt' | 'classification';

/** Document numbers of this length are preferred where stamps disagree. */
const USUAL_REFERENCE = /^C\d{8}$/;

function mostFrequent(votes: readonly Vote[]): string | null {
  const counts = new Map<string, number>();
  for (const { value } of votes) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}

/** A document number alone on a line near the top, for pages without a complete stamp. */
function standaloneReference(pages: UnstampedPaper): Vote | null {
  for (const line of pages.lines.slice(0, 40)) {
    const text = line.text.trim();
    if (!/^C[0O]/.test(text) || text.length > 16) continue;
    const found = readReference(text, 0);
    if (found !== null && found.end === text.length && USUAL_REFERENCE.test(found.reference)) {
      return { value: found.reference, line: line.number };
    }
  }
  return null;
}

/** Reads each field from the stamps; where they disagree, the most frequent value is used. */
export function readReleaseFacts(pages: UnstampedPaper, lastLine: number): ReleaseFacts {
  const warnings: ReadWarning[] = [];

  function settle(field: Field, votes: readonly Vote[]): string | null {
    const value = mostFrequent(votes);
    if (value === null) {
      const message = `No page stamp gives the ${field}.`;
      warnings.push({ code: `${field}-missing`, field, message, line: lastLine });
      return null;
    }
    const conflicting = votes.find((vote) => vote.value !== value);
    if (conflicting !== undefined) {
      const message = `Stamps disagree: most read ${value}, line ${conflicting.line} reads ${conflicting.value}.`;
      warnings.push({ code: 'stamps-disagree', field, message, line: conflicting.line });
    }
    return value;
  }

  function votesFor(field: Field): readonly Vote[] {
    return pages.stamps.flatMap(({ stamp, line }) => {
      const value = stamp[field];
      return value === null ? [] : [{ value, line }];
    });
  }

  const references = votesFor('reference');
  const usual = references.filter((vote) => USUAL_REFERENCE.test(vote.value));
  const standalone = references.length === 0 ? standaloneReference(pages) : null;
  const reference = settle(
    'reference',
    standalone === null ? (usual.length > 0 ? usual : references) : [standalone],
  );
  const repaired = pages.stamps.find(
    ({ stamp }) => stamp.referenceRepaired && stamp.reference === reference,
  );
  if (repaired !== undefined) {
    const message = `The document number is misspelt in a stamp and was read as ${reference}.`;
    warnings.push({ code: 'reference-repaired', field: 'reference', message, line: repaired.line });
  }
  const captions = pages.releaseMarks.map(releaseCaption).filter((caption) => caption !== null);
  if (captions.length === 0) {
    const message = 'No release mark (RELEASE IN PART, RELEASE IN FULL) was found.';
    warnings.push({ code: 'handling-missing', field: 'handling', message, line: lastLine });
  }
  return {
    reference,
    caseNumber: settle('caseNumber', votesFor('caseNumber')),
    releasedAt: settle('releasedAt', votesFor('releasedAt')),
    classification: settle('classification', votesFor('classification')),
    handling: [...new Set(captions)],
    warnings,
  };
}
