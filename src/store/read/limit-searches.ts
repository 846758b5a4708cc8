import type { PrismaClient } from '../generated/client.ts';

/** Searches of one pool that run at the same time: fewer than its connections (connect.ts). */
const MAX_SEARCHES = 3;

interface Searches {
  running: number;
  readonly waiting: (() => void)[];
}

const searchesOf = new WeakMap<PrismaClient, Searches>();

/**
 * Runs a search, or waits until few enough others run: a search can take seconds, and must leave
 * connections to all other statements, the check of readiness included.
 */
export async function limitSearches<Result>(
  prisma: PrismaClient,
  search: () => Promise<Result>,
): Promise<Result> {
  const searches = searchesOf.get(prisma) ?? { running: 0, waiting: [] };
  searchesOf.set(prisma, searches);
  if (searches.running >= MAX_SEARCHES) {
    // The search that ends hands its place on.
    await new Promise<void>((resolve) => searches.waiting.push(resolve));
  } else searches.running += 1;
  try {
    return await search();
  } finally {
    const next = searches.waiting.shift();
    if (next === undefined) searches.running -= 1;
    else next();
  }
}
