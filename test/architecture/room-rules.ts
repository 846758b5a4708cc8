/** The import rules of the rooms, as dependency-cruiser rules: each room may import what is listed. */

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/ingest': ['src/domain'],
  'src/analysis': ['src/domain'],
  'src/store': ['src/domain'],
  'src/app': ['src/domain', 'src/ingest', 'src/analysis', 'src/store'],
  schema: ['src/domain', 'src/analysis', 'src/store/read', 'src/app'],
  'src/server': ['schema', 'src/app', 'src/domain', 'src/store/database'],
  'src/cli': ['src/app', 'src/server', 'schema', 'src/domain', 'src/store/database'],
  'src/client': [],
  'src/web': ['src/client'],
};

/**
 * Folders within rooms, lowest first. Each may import `src/domain` and what is listed: folders of its
 * own room that stand before it, or other rooms. Only files at the top of a room import all of its folders.
 */
export const FOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'src/ingest': {
    text: [],
    cable: ['text'],
    news: ['text'],
    'released-papers': ['text', 'cable', 'news'],
    'data-files': [],
    anchoring: [],
  },
  'src/analysis': {
    caches: [],
    selection: ['caches'],
    comparison: ['caches', 'selection'],
    timeline: ['comparison'],
    network: ['selection'],
    discrepancies: [],
    formulations: [],
    reliability: [],
  },
  'src/store': {
    embedded: [],
    database: ['embedded', 'src/store/generated'],
    read: ['database', 'src/store/generated'],
    write: ['database', 'src/store/generated'],
    backup: ['database', 'src/store/generated'],
  },
  'src/server': {
    telemetry: [],
    errors: ['telemetry', 'src/store/database'],
    config: ['telemetry'],
    limits: ['telemetry', 'errors', 'config', 'schema', 'src/app'],
    operations: ['telemetry', 'errors', 'limits', 'schema', 'src/app'],
    engine: [
      'telemetry',
      'errors',
      'config',
      'limits',
      'operations',
      'schema',
      'src/app',
      'src/store/database',
    ],
    threads: ['telemetry', 'config', 'engine', 'src/app', 'src/store/database'],
    http: ['telemetry', 'errors', 'config', 'limits', 'engine', 'src/app'],
    pages: ['telemetry', 'http', 'operations'],
    lifecycle: ['telemetry', 'errors', 'src/store/database'],
  },
};

function folderRules(root: string) {
  return Object.entries(FOLDERS).flatMap(([room, folders]) =>
    Object.entries(folders).map(([folder, others]) => {
      const siblings = [folder, ...others].filter((other) => other in folders);
      const rooms = others.filter((other) => !(other in folders));
      return {
        name: `folders: ${room}/${folder}`,
        severity: 'error',
        from: { path: `^${root}${room}/${folder}/` },
        to: {
          path: `^${root}(src|schema)/`,
          pathNot: ['src/domain', ...rooms, ...siblings.map((sibling) => `${room}/${sibling}`)].map(
            (allowed) => `^${root}${allowed}/`,
          ),
        },
      };
    }),
  );
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
    ...folderRules(root),
    {
      name: 'the schema takes types of the analysis, never its functions',
      severity: 'error',
      from: { path: `^${root}schema/` },
      to: { path: `^${root}src/analysis/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sources are read through src/ingest/read-source.ts',
      severity: 'error',
      from: { path: `^${root}(src|schema)/`, pathNot: `^${root}src/ingest/` },
      to: { path: `^${root}src/ingest/(text|cable|news|released-papers)/` },
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
