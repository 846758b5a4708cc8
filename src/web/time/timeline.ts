import type { ExplorerTimelineQuery } from '#src/client/generated/graphql.ts';

export type Moment = ExplorerTimelineQuery['timeline']['moments']['nodes'][number];
export type Shift = ExplorerTimelineQuery['timeline']['shifts']['nodes'][number];
export type Pair = ExplorerTimelineQuery['discrepancies']['pairs']['nodes'][number];
