import { type Citation, cite, pinnedArguments, toCslJson } from '#src/app/citation/citation.ts';
import { builder } from '../core/builder.ts';
import type { Cited } from '../core/cited.ts';
import type { Context } from '../core/context.ts';
import { queryUrl } from './query-url.ts';

builder.interfaceType('Citable', {
  description: 'A result that can be cited: asked again at its revision, it answers the same.',
  fields: (t) => ({
    revision: t.int({
      description: 'The revision on which it was computed.',
      resolve: ({ query }) => query.corpus.revision,
    }),
    citation: t.field({
      type: 'Citation',
      description: 'How to cite it, so that a reader can ask for it again.',
      resolve: (result, _args, context) => citeResult(result, context),
    }),
  }),
});

builder.objectType('Citation', {
  description: 'How to cite a result.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'For a footnote: title, revision and its date, hash of the query, address.',
    }),
    csl: t.field({
      type: 'CslJson',
      description: 'For a reference manager.',
      resolve: toCslJson,
    }),
    title: t.exposeString('title', { description: 'What was asked, in words.' }),
    revision: t.exposeInt('revision', { description: 'The revision on which it was computed.' }),
    date: t.field({
      type: 'Date',
      description: 'The day on which that revision was written.',
      resolve: ({ date }) => date,
    }),
    queryHash: t.exposeString('queryHash', {
      description:
        'SHA-256, in hexadecimal, of the question: field, arguments and revision. The same question has the same hash, however it is written.',
    }),
    url: t.exposeString('url', {
      description: 'Asks the same question, at that revision, with the same selection.',
    }),
  }),
});

builder.scalarType('CslJson', {
  description:
    'An item in CSL-JSON, which Zotero and other reference managers read (citationstyles.org).',
  specifiedByURL: 'https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json',
  serialize: (value) => value,
});

/** The URL has the same selection, and the default codebook and the latest revision pinned. */
async function citeResult(
  { query, info }: Cited,
  { loaders, endpoint }: Context,
): Promise<Citation> {
  const { createdAt } = await loaders.revision.load(query.corpus.revision);
  const url = queryUrl(info, pinnedArguments(query), endpoint);
  return cite(query, { question: info.fieldName, writtenAt: createdAt, url });
}
