import { type ExecutionResult, GraphQLError, validate } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/** Keeps GraphQL from naming the nearest fields, types and values to those that a stranger guesses. */
export function useHiddenSuggestions(): Plugin {
  return {
    onValidate: ({ setValidationFn }) => {
      setValidationFn((schema, document, rules) =>
        validate(schema, document, rules, { hideSuggestions: true }),
      );
    },
    onExecute: ({ args }) => {
      Object.assign(args, { hideSuggestions: true });
      return {
        onExecuteDone: ({ result, setResult }) => {
          // Of variables, which are wrong before anything is answered, enums speak regardless.
          if (!isAsyncIterable(result) && result.errors && !('data' in result))
            setResult({ errors: result.errors.map(withoutSuggestion) } satisfies ExecutionResult);
        },
      };
    },
  };
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean [^]*$/, '');
  if (message === error.message) return error;
  return new GraphQLError(message, { nodes: error.nodes ?? null, extensions: error.extensions });
}
