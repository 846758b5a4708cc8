/** Zod schemas for fields used in several kinds of file. */
import { z } from 'zod';
import { parsePartialDate } from '#src/domain/dates.ts';

export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be a slug: lower-case letters, digits and single hyphens',
  );

export const prose = z.string().trim().min(1, 'must not be empty');

/** YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .transform((text, context) => {
    const date = parsePartialDate(text);
    if (date) return date;
    context.addIssue(`"${text}" is not a date; write YYYY-MM-DD, YYYY-MM or YYYY`);
    return z.NEVER;
  });
