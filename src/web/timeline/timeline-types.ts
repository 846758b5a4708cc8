import type { ExplorerMonthsQuery, ExplorerTimelineQuery } from '#src/client/generated/graphql.ts';

/** All positions of a lane with the same date. */
export type Moment = ExplorerTimelineQuery['timeline']['moments']['nodes'][number];
/** A change of the median stance between two dates. */
export type Shift = ExplorerTimelineQuery['timeline']['shifts']['nodes'][number];
/** Discrepancies of a lane: counts by kind, and pairs of positions. */
export type Discrepancies = ExplorerTimelineQuery['discrepancies'];
export type DiscrepancyPair = Discrepancies['pairs']['nodes'][number];
type Cell = ExplorerMonthsQuery['comparison']['rows'][number]['cells'][number];
/** The positions of a lane in one month. */
export type Month = Cell['trend'][number];
