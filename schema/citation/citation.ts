import { type Citation, cite, pinnedArguments, toCslJson } from '#src/app/citation/citation.ts';
import { builder } from '../core/builder.ts';
import type { Cited } from '../core/cited.ts';
import type { Context } from '../core/context.ts';
import { queryUrl } from './query-url.ts';

builder.interfaceType('Citable', {
  description:
    'A result with a citation. The same query at the same revision always returns the same result.',
  fields: (t) => ({
    revision: t.int({
      description: 'Revision on which the result was computed.',
      resolve: ({ query }) => query.corpus.revision,
    }),
    citation: t.field({
      type: 'Citation',
      description: 'Citation of the result, with a URL that repeats the query.',
      resolve: (result, _args, context) => citeResult(result, context),
    }),
  }),
});

builder.objectType('Citation', {
  description: 'Citation of a result.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description:
        'Citation for a footnote: title, revision with its date, hash of the query, URL.',
    }),
    csl: t.field({
      type: 'CslJson',
      description: 'Citation for a reference manager, as CSL-JSON.',
      resolve: toCslJson,
    }),
    title: t.exposeString('title', { description: 'Title of the result.' }),
    revision: t.exposeInt('revision', {
      description: 'Revision on which the result was computed.',
    }),
    date: t.field({
      type: 'Date',
      description: 'Date of the revision.',
      resolve: ({ date }) => date,
    }),
    queryHash: t.exposeString('queryHash', {
      description:
        'SHA-256, in hexadecimal, of the query: field, arguments and revision. Equal queries have equal hashes, however they are written.',
    }),
    url: t.exposeString('url', {
      description: 'URL that repeats the query at the same revision and with the same selection.',
    }),
  }),
});

builder.scalarType('CslJson', {
  description:
    'An item of CSL-JSON, the format of Zotero and other reference managers (citationstyles.org).',
  specifiedByURL: 'https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json',
  serialize: (value) => value,
});

/** Cites a result. The URL has the same selection, with codebook version and revision pinned. */
async function citeResult(
  { query, info }: Cited,
  { loaders, endpoint }: Context,
): Promise<Citation> {
  const { createdAt } = await loaders.revision.load(query.corpus.revision);
  const url = queryUrl(info, pinnedArguments(query), endpoint);
  return cite(query, { question: info.fieldName, writtenAt: createdAt, url });
}
