import { validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Keeps GraphQL from naming the nearest fields and types to those that a stranger guesses. */
export function useHiddenSuggestions(): Plugin {
  return {
    onValidate: ({ setValidationFn }) => {
      setValidationFn((schema, document, rules) =>
        validate(schema, document, rules, { hideSuggestions: true }),
      );
    },
    onExecute: ({ args }) => {
      Object.assign(args, { hideSuggestions: true });
    },
  };
}
