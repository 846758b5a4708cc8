/** A withdrawals file: what the corpus no longer says from the next revision on, each with the reason. */
import { z } from 'zod';
import { prose, slug } from './field-schemas.ts';
import { readYaml, type YamlResult } from './read-yaml.ts';

const withdrawal = z
  .strictObject({
    /** Reference of a document; with `coder`, only that coder's coding of it. */
    document: prose.optional(),
    coder: slug.optional(),
    actor: slug.optional(),
    reason: prose,
  })
  .refine(
    ({ document, actor }) => (document === undefined) !== (actor === undefined),
    'must name either a document or an actor',
  )
  .refine(
    ({ document, coder }) => coder === undefined || document !== undefined,
    'must name the document that the coder coded',
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
