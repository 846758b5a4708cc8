import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** A browser sends a form of any page to any host unasked, so a form is never a query. */
export function useRefuseForms(): Plugin {
  return {
    onRequestParse: ({ request }) => {
      if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
        return;
      throw new GraphQLError('Send the query as JSON, with Content-Type: application/json.', {
        extensions: { code: 'BAD_REQUEST', http: { status: 415 } },
      });
    },
  };
}
