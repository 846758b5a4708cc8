/**
 * An operation that reads records of every kind. The first query of each kind takes tens of milliseconds
 * to prepare, during which the thread answers nothing else.
 */
import type { OperationRequest } from './operation.ts';

const QUERY = `{
  revisions(first: 1) { nodes { number createdAt } }
  codebooks(first: 1) { nodes { slug conditions { code } } }
  actors(first: 1) { nodes { name affiliations { role } } }
  documents(first: 1) {
    nodes { title createdAt text textCoverage passages { text } since { number } enclosures { id } }
  }
  positions(first: 1) {
    nodes { ...Whole }
  }
  comparison(groupBy: PARTY, first: 2) {
    rows { cells { count mean median agreement distribution { stance count } latest { ...Whole } } }
    divergences { distance }
    citation { text }
  }
  node(id: "UG9zaXRpb246eA==") { id }
}
fragment Whole on Position {
  id summary party { slug } document { reference }
  evidence { exact passage { number } } attribution { speaker { slug } audience { slug } }
}`;

/** The operation. */
export const WARM_UP: OperationRequest = {
  requestId: 'warm-up',
  method: 'POST',
  url: '/graphql',
  origin: 'http://localhost',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: new TextEncoder().encode(JSON.stringify({ query: QUERY })),
  milliseconds: 30_000,
};
