import type { ExplorerMatrixQuery } from '#src/client/generated/graphql.ts';

export type MatrixComparison = ExplorerMatrixQuery['comparison'];
export type Cell = MatrixComparison['rows'][number]['cells'][number];
export type Actor = MatrixComparison['rows'][number]['actor'];
export type Condition = MatrixComparison['conditions'][number];
