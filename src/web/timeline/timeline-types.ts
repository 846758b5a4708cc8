import type { ExplorerMonthsQuery, ExplorerTimelineQuery } from '#src/client/generated/graphql.ts';

export type Moment = ExplorerTimelineQuery['timeline']['moments']['nodes'][number];
export type Shift = ExplorerTimelineQuery['timeline']['shifts']['nodes'][number];
export type Pair = ExplorerTimelineQuery['discrepancies']['pairs']['nodes'][number];
type Cell = ExplorerMonthsQuery['comparison']['rows'][number]['cells'][number];
export type Month = Cell['trend'][number];
