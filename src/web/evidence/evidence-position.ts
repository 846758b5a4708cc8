import type { ExplorerEvidenceQuery } from '#src/client/generated/graphql.ts';

type Cell = ExplorerEvidenceQuery['comparison']['rows'][number]['cells'][number];

/** A position with its evidence, as the panel shows it. */
export type EvidencePosition = Cell['positions']['nodes'][number];
