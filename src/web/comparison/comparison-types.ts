import type { ExplorerMatrixQuery } from '#src/client/generated/graphql.ts';

/** Parts of the comparison that the matrix shows. */
export type Comparison = ExplorerMatrixQuery['comparison'];
export type Cell = Comparison['rows'][number]['cells'][number];
export type Actor = Comparison['rows'][number]['actor'];
export type Condition = Comparison['conditions'][number];
