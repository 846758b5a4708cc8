import { createHash } from 'node:crypto';
import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { builder } from '../core/builder.ts';
import type { Context } from '../core/context.ts';
import type { Asked, CitationModel } from '../core/models.ts';

builder.interfaceType('Citable', {
  description: 'A result that can be cited: asked again at its revision, it answers the same.',
  fields: (t) => ({
    revision: t.int({
      description: 'The revision on which it was computed.',
      resolve: ({ asked }) => asked.corpus.revision,
    }),
    citation: t.field({
      type: 'Citation',
      description: 'How to cite it, so that a reader can ask for it again.',
      resolve: ({ asked }, _args, context) => cite(asked, context),
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
      resolve: (citation) => ({
        id: `demarche-${citation.queryHash.slice(0, 12)}`,
        type: 'dataset',
        title: citation.title,
        version: `revision ${citation.revision}`,
        issued: { 'date-parts': [citation.date.split('-').map(Number)] },
        URL: citation.url,
        note: `Query SHA-256: ${citation.queryHash}`,
      }),
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

async function cite(
  { corpus, codebook, args, info, ...asked }: Asked,
  context: Context,
): Promise<CitationModel> {
  const { revision } = corpus;
  const title = asked.title();
  const { createdAt } = await context.loaders.revision.load(revision);
  const date = createdAt.toISOString().slice(0, 10);
  // What is taken for granted today, the default codebook and the latest revision, may change.
  const fixed = { codebook: `${codebook.slug}@${codebook.version}`, revision };
  const question = { field: info.fieldName, ...args, ...fixed };
  const queryHash = createHash('sha256').update(canonical(question)).digest('hex');
  const url = addressOf(info, fixed, context.endpoint);
  return {
    title,
    revision,
    date,
    queryHash,
    url,
    text: `${title}. Démarche, revision ${revision}, ${date}. Query ${queryHash.slice(0, 12)}. ${url}`,
  };
}

/** JSON with the keys of every object in order, without what was not given. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, each]) => each !== null && each !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** The address that asks for this field alone, with the fixed arguments. */
function addressOf(
  info: GraphQLResolveInfo,
  fixed: Readonly<Record<string, string | number>>,
  endpoint: string,
): string {
  const fields = info.fieldNodes.map((field) => withArguments(field, fixed));
  const fragments = fragmentsOf(fields, info.fragments);
  const variables = new Set<string>();
  for (const node of [...fields, ...fragments])
    visit(node, { Variable: ({ name }) => void variables.add(name.value) });
  const definitions = info.operation.variableDefinitions?.filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  const query = print({
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...info.operation,
        variableDefinitions: definitions ?? [],
        selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
      },
      ...fragments,
    ],
  });
  const url = new URL(endpoint);
  url.searchParams.set('query', stripIgnoredCharacters(query));
  if (variables.size > 0) {
    const given = Object.entries(info.variableValues).filter(([name]) => variables.has(name));
    url.searchParams.set('variables', JSON.stringify(Object.fromEntries(given)));
  }
  return url.href;
}

function withArguments(
  field: FieldNode,
  fixed: Readonly<Record<string, string | number>>,
): FieldNode {
  const others = field.arguments?.filter(({ name }) => !(name.value in fixed)) ?? [];
  const given = Object.entries(fixed).map(
    ([name, value]): ArgumentNode => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value:
        typeof value === 'number'
          ? { kind: Kind.INT, value: String(value) }
          : { kind: Kind.STRING, value },
    }),
  );
  return { ...field, arguments: [...others, ...given] };
}

/** The fragments that the fields use, and those that these use. */
function fragmentsOf(
  fields: readonly FieldNode[],
  fragments: GraphQLResolveInfo['fragments'],
): readonly FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: FieldNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments[value];
        if (fragment === undefined || used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  };
  for (const field of fields) collect(field);
  return [...used.values()];
}

/** Several things in words: `Russia, Hamas and Israel`. */
export function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
