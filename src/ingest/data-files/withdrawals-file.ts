/** A withdrawals file: what the corpus no longer says from the next revision on, each with the reason. */
import { z } from 'zod';
import { CLEARABLE_FIELDS } from '#src/domain/corpus.ts';
import { prose, slug } from './field-schemas.ts';
import { readYaml, type YamlResult } from './read-yaml.ts';

const withdrawal = z
  .strictObject({
    /** Reference of a document; with `coder`, only that coder's coding of it; with `fields`, only these of its header. */
    document: prose.optional(),
    coder: slug.optional(),
    fields: z.array(z.enum(CLEARABLE_FIELDS)).min(1).optional(),
    /** Slug of an actor; with `aliases`, only these of its names. */
    actor: slug.optional(),
    aliases: z.array(prose).min(1).optional(),
    reason: prose,
  })
  .refine(
    ({ document, actor }) => (document === undefined) !== (actor === undefined),
    'must name either a document or an actor',
  )
  .refine(
    ({ document, coder }) => coder === undefined || document !== undefined,
    'must name the document that the coder coded',
  )
  .refine(
    ({ document, fields }) => fields === undefined || document !== undefined,
    'must name the document whose fields are cleared',
  )
  .refine(
    ({ coder, fields }) => fields === undefined || coder === undefined,
    'must name either a coder or fields',
  )
  .refine(
    ({ actor, aliases }) => aliases === undefined || actor !== undefined,
    'must name the actor who has the aliases',
  );

const withdrawalsFile = z.strictObject({ withdrawals: z.array(withdrawal).min(1) });

export type WithdrawalsFile = z.infer<typeof withdrawalsFile>;
export type Withdrawal = WithdrawalsFile['withdrawals'][number];

export function isWithdrawalsFile(keys: ReadonlySet<string>): boolean {
  return keys.has('withdrawals');
}

export function readWithdrawalsFile(text: string): YamlResult<WithdrawalsFile> {
  return readYaml(text, withdrawalsFile);
}
