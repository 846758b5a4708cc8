/** The import rules of the rooms, as dependency-cruiser rules: each room may import what is listed. */

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/ingest': ['src/domain'],
  'src/analysis': ['src/domain'],
  'src/store': ['src/domain'],
  'src/app': ['src/domain', 'src/ingest', 'src/analysis', 'src/store'],
  schema: ['src/domain', 'src/analysis', 'src/store', 'src/app'],
  'src/server': ['schema', 'src/app', 'src/domain', 'src/store'],
  'src/cli': ['src/app', 'src/server', 'schema', 'src/domain', 'src/store'],
  'src/client': [],
  'src/web': ['src/client'],
};

/** The folders of `src/ingest`: each may import what is listed of the others. */
const INGEST_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  cable: ['text'],
  news: ['text'],
  'released-papers': ['text', 'cable', 'news'],
  'data-files': [],
  anchoring: [],
};
const INGEST_READERS = '(text|cable|news|released-papers)';

function ingestRules(root: string) {
  const ingest = `${root}src/ingest/`;
  const folders = Object.entries(INGEST_MAY_IMPORT).map(([folder, others]) => ({
    name: `ingest: ${folder}`,
    severity: 'error',
    from: { path: `^${ingest}${folder}/` },
    to: {
      path: `^${ingest}`,
      pathNot: [folder, ...others].map((allowed) => `^${ingest}${allowed}/`),
    },
  }));
  return [
    ...folders,
    {
      name: 'ingest: other rooms read a source through read-source.ts',
      severity: 'error',
      from: { path: `^${root}(src|schema)/`, pathNot: `^${ingest}` },
      to: { path: `^${ingest}${INGEST_READERS}/` },
    },
  ];
}

/** `root` is the folder that holds the rooms, with a slash at its end; empty for the project itself. */
export function roomRules(root = '') {
  const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
    name: `rooms: ${room}`,
    severity: 'error',
    from: { path: `^${root}${room}/` },
    to: {
      path: `^${root}(src|schema|test|prisma)/`,
      pathNot: [room, ...others].map((allowed) => `^${root}${allowed}/`),
    },
  }));
  return [
    ...rooms,
    ...ingestRules(root),
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure rooms: no files, clock, randomness or environment',
      severity: 'error',
      from: { path: `^${root}src/(domain|analysis|ingest)/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the client runs anywhere: no Node, no packages but for types',
      severity: 'error',
      from: { path: `^${root}src/client/.+\\.ts$` },
      to: {
        pathNot: [`^${root}(src|schema|test|prisma)/`, '@graphql-typed-document-node/core'],
      },
    },
    {
      name: 'only the store knows Prisma',
      severity: 'error',
      from: { path: `^${root}(src|schema)/`, pathNot: `^${root}src/store/` },
      to: { path: 'src/store/generated|node_modules/(@prisma|pg|@electric-sql)/' },
    },
  ];
}

export const OPTIONS = {
  parser: 'swc',
  doNotFollow: { path: 'node_modules' },
  exclude: { path: 'src/store/generated' },
  tsPreCompilationDeps: true,
  combinedDependencies: false,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default'],
    extensions: ['.ts', '.mjs', '.js', '.d.ts'],
  },
};
