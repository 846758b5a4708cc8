/** The URL that repeats one field of an operation. */
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

/** GET URL for the resolved field alone, with its selections; `fixed` replaces the arguments of the same names. */
export function queryUrl(
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
    const values = Object.entries(info.variableValues).filter(([name]) => variables.has(name));
    url.searchParams.set('variables', JSON.stringify(Object.fromEntries(values)));
  }
  return url.href;
}

function withArguments(
  field: FieldNode,
  fixed: Readonly<Record<string, string | number>>,
): FieldNode {
  const others = field.arguments?.filter(({ name }) => !(name.value in fixed)) ?? [];
  const replaced = Object.entries(fixed).map(
    ([name, value]): ArgumentNode => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value:
        typeof value === 'number'
          ? { kind: Kind.INT, value: String(value) }
          : { kind: Kind.STRING, value },
    }),
  );
  return { ...field, arguments: [...others, ...replaced] };
}

/** The fragments that the fields use, directly or through other fragments. */
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
