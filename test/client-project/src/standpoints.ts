import { createClient } from 'demarche/client';
import { MatrixDocument } from 'demarche/client/operations';
import { StandpointsDocument } from './generated/graphql.ts';

const client = createClient({ url: 'http://127.0.0.1:4000/graphql' });

/** Each actor's latest stances, by an operation of this project. */
export async function standpoints(actors: readonly string[]): Promise<readonly string[]> {
  const answer = await client.ask(StandpointsDocument, { of: { actors } });
  switch (answer.kind) {
    case 'data':
      return answer.data.comparison.rows.flatMap(({ actor, cells }) =>
        cells.map(({ condition, median, latest }) => {
          const since =
            latest === null ? 'never' : `${latest.when.date} (${latest.when.precision})`;
          return `${actor.name} on ${condition.code}: ${median?.toFixed(1) ?? 'silent'}, ${since}`;
        }),
      );
    case 'graphql':
      throw new Error(answer.errors.map(({ message }) => message).join('\n'));
    case 'http':
      throw new Error(`${answer.status}: ${answer.body}`);
    case 'network':
      throw new Error('No response.', { cause: answer.cause });
    case 'aborted':
    case 'timeout':
    default:
      return [];
  }
}

/** Number of positions in each cell, by a persisted operation of the server. */
export async function counts(actor: string, signal: AbortSignal): Promise<readonly number[]> {
  const answer = await client.ask(MatrixDocument, { actors: [actor] }, { signal });
  return answer.kind === 'data'
    ? answer.data.comparison.rows.flatMap(({ cells }) => cells.map(({ count }) => count))
    : [];
}

/** Uses that do not compile. */
export async function mistakes(): Promise<void> {
  // @ts-expect-error Variables are required.
  await client.ask(StandpointsDocument);
  // @ts-expect-error Exactly one of actors and groupBy.
  await client.ask(StandpointsDocument, { of: { actors: ['hamas'], groupBy: 'PARTY' } });
  const answer = await client.ask(MatrixDocument, { actors: ['hamas'] });
  // @ts-expect-error Data is available only after checking `kind`.
  console.log(answer.data.comparison);
}
