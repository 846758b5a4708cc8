import type { ExplorerMatrixQuery } from '#src/client/generated/graphql.ts';

export type MatrixComparison = ExplorerMatrixQuery['comparison'];
export type Cell = MatrixComparison['rows'][number]['cells'][number];
