import type { ExplorerEvidenceQuery } from '#src/client/generated/graphql.ts';

type Cell = ExplorerEvidenceQuery['comparison']['rows'][number]['cells'][number];

export type EvidencePosition = Cell['positions']['nodes'][number];
