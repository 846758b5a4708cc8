/** A codebook file. See seeds/codebooks. */
import { z } from 'zod';
import type { CodebookDraft } from '#src/domain/corpus.ts';
import { CONDITION_KINDS, DENIAL_STANCES, STANCES } from '#src/domain/vocabulary.ts';
import { prose, slug } from './field-schemas.ts';
import { readYaml, type YamlResult } from './read-yaml.ts';

const codebookFile = z.strictObject({
  codebook: slug,
  version: z.number().int().positive(),
  default: z.boolean().default(false),
  title: prose,
  description: prose,
  stances: z
    .array(z.strictObject({ stance: z.enum(STANCES), definition: prose }))
    .min(2, 'a scale needs at least two levels')
    .refine(
      (levels) => new Set(levels.map((l) => l.stance)).size === levels.length,
      'a level occurs twice',
    ),
  denials: z.strictObject({ stance: z.enum(DENIAL_STANCES), definition: prose }).optional(),
  conditions: z
    .array(
      z.strictObject({
        code: z
          .string()
          .regex(
            /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
            'must be a code in capitals, as PRIOR_AGREEMENTS',
          ),
        kind: z.enum(CONDITION_KINDS),
        title: prose,
        proposition: prose,
        guidance: prose.optional(),
        indicatorTerms: z.array(prose).default([]),
      }),
    )
    .min(1, 'needs at least one condition')
    .refine((all) => new Set(all.map((c) => c.code)).size === all.length, 'a code occurs twice'),
});

export type CodebookFile = z.infer<typeof codebookFile>;

export function isCodebookFile(keys: ReadonlySet<string>): boolean {
  return keys.has('codebook') && keys.has('conditions');
}

export function readCodebookFile(text: string): YamlResult<CodebookFile> {
  return readYaml(text, codebookFile);
}

export function toCodebookDraft(file: CodebookFile): CodebookDraft {
  return {
    slug: file.codebook,
    version: file.version,
    title: file.title,
    description: file.description,
    isDefault: file.default,
    stances: file.stances.toSorted((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance)),
    denials: file.denials ?? null,
    conditions: file.conditions.map((condition) => ({
      ...condition,
      guidance: condition.guidance ?? null,
    })),
  };
}
