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

// A document of gql.tada is a tree, which graphql prints.
const client = createClient({ url: 'http://127.0.0.1:4000/graphql', print });

export interface Denial {
  readonly statedOn: string;
  readonly summary: string;
  /** How often the position that it disputes was told before it was written down. */
  readonly retellings: number | null;
}

/** What an actor denied. */
export async function denials(actor: string): Promise<readonly Denial[]> {
  const answer = await client.ask(Denials, { actor });
  if (answer.kind !== 'data') return [];
  return answer.data.positions.nodes.map(({ statedOn, summary, disputes }) => ({
    statedOn,
    summary,
    retellings: disputes?.retellings ?? null,
  }));
}
