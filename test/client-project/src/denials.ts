import { createClient } from 'demarche/client';
import { initGraphQLTada } from 'gql.tada';
import { print } from 'graphql';
import type { introspection } from './generated/introspection.d.ts';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { CslJson: unknown; Date: string; DateTime: string; SourceTime: string };
}>();

const Denials = graphql(`
  query Denials($actor: String!) {
    positions(actors: [$actor], filter: { modalities: [DENIED] }) {
      nodes { statedOn summary disputes { retellings } }
    }
  }
`);

// gql.tada documents are ASTs, which `print` turns into text.
const client = createClient({ url: 'http://127.0.0.1:4000/graphql', print });

/** A denied position. */
export interface Denial {
  readonly statedOn: string;
  readonly summary: string;
  /** Retellings of the disputed position; null if none is disputed. */
  readonly retellings: number | null;
}

/** The positions that an actor denied. */
export async function denials(actor: string): Promise<readonly Denial[]> {
  const answer = await client.ask(Denials, { actor });
  if (answer.kind !== 'data') return [];
  return answer.data.positions.nodes.map(({ statedOn, summary, disputes }) => ({
    statedOn,
    summary,
    retellings: disputes?.retellings ?? null,
  }));
}
