import { createClient } from 'demarche/client';
import { MatrixDocument } from 'demarche/client/operations';
import { StandpointsDocument } from './generated/graphql.ts';

const client = createClient({ url: 'http://127.0.0.1:4000/graphql' });

/** Where each actor stands, by an operation of this project’s own. */
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
      throw new Error('No answer came.', { cause: answer.cause });
    case 'aborted':
    case 'timeout':
    default:
      return [];
  }
}

/** How many positions each cell has, by an operation that the server knows: asked by its hash. */
export async function counts(actor: string, signal: AbortSignal): Promise<readonly number[]> {
  const answer = await client.ask(MatrixDocument, { actors: [actor] }, { signal });
  return answer.kind === 'data'
    ? answer.data.comparison.rows.flatMap(({ cells }) => cells.map(({ count }) => count))
    : [];
}

/** What the types forbid. */
export async function mistakes(): Promise<void> {
  // @ts-expect-error The operation needs its variables.
  await client.ask(StandpointsDocument);
  // @ts-expect-error Either actors or groupBy: the choice is one of the two.
  await client.ask(StandpointsDocument, { of: { actors: ['hamas'], groupBy: 'PARTY' } });
  const answer = await client.ask(MatrixDocument, { actors: ['hamas'] });
  // @ts-expect-error There is data only where nothing went wrong.
  console.log(answer.data.comparison);
}
