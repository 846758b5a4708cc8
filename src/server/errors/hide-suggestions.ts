import { type ExecutionResult, GraphQLError, validate } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/** Removes "Did you mean …" suggestions of fields, types and enum values, so that the schema cannot be guessed. */
export function useHiddenSuggestions(): Plugin {
  return {
    onValidate: ({ setValidationFn }) => {
      setValidationFn((schema, operation, rules) =>
        validate(schema, operation, rules, { hideSuggestions: true }),
      );
    },
    onExecute: ({ args }) => {
      Object.assign(args, { hideSuggestions: true });
      return {
        onExecuteDone: ({ result, setResult }) => {
          // Enum values in variables get suggestions in spite of the option.
          if (!isAsyncIterable(result) && result.errors && !('data' in result))
            setResult({ errors: result.errors.map(removeSuggestion) } satisfies ExecutionResult);
        },
      };
    },
  };
}

function removeSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean [^]*$/, '');
  if (message === error.message) return error;
  return new GraphQLError(message, { nodes: error.nodes ?? null, extensions: error.extensions });
}
