/** The import rules of the rooms, as dependency-cruiser rules: each room may import what is listed. */

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/ingest': ['src/domain'],
  'src/analysis': ['src/domain'],
  'src/store': ['src/domain'],
  'src/app': ['src/domain', 'src/ingest', 'src/analysis', 'src/store'],
  schema: ['src/domain', 'src/analysis', 'src/store/read', 'src/app'],
  'src/server': ['schema', 'src/app', 'src/domain', 'src/store/database'],
  'src/cli': ['src/app', 'src/server', 'schema', 'src/domain', 'src/store'],
  'src/client': [],
  'src/web': ['src/client'],
};

/**
 * Folders of `src/server`, lowest first. Each may import `src/domain`, the folders listed, which all come
 * before it, and the other rooms listed; only the files at the top of `src/server` import all of them.
 */
export const SERVER_FOLDERS: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly rooms?: readonly string[] }>
> = {
  telemetry: { folders: [] },
  errors: { folders: ['telemetry'], rooms: ['src/store/database'] },
  config: { folders: ['telemetry'] },
  http: { folders: ['telemetry', 'errors', 'config'], rooms: ['src/app'] },
  limits: { folders: ['errors', 'config'], rooms: ['schema', 'src/app'] },
  operations: { folders: ['telemetry', 'errors', 'limits'], rooms: ['schema', 'src/app'] },
  pages: { folders: ['telemetry', 'http', 'operations'] },
  lifecycle: { folders: ['telemetry', 'errors'], rooms: ['src/store/database'] },
};

function serverRules(root: string) {
  return Object.entries(SERVER_FOLDERS).map(([folder, { folders, rooms = [] }]) => ({
    name: `folders: src/server/${folder}`,
    severity: 'error',
    from: { path: `^${root}src/server/${folder}/` },
    to: {
      path: `^${root}(src|schema)/`,
      pathNot: [
        'src/domain',
        ...rooms,
        ...[folder, ...folders].map((allowed) => `src/server/${allowed}`),
      ].map((allowed) => `^${root}${allowed}/`),
    },
  }));
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
    ...serverRules(root),
    {
      name: 'the schema takes types of the analysis, never its functions',
      severity: 'error',
      from: { path: `^${root}schema/` },
      to: { path: `^${root}src/analysis/`, dependencyTypesNot: ['type-only'] },
    },
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
