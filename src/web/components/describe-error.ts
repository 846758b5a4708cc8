import type { GraphQLProblem } from '#src/client/client.ts';
import { type FailedAnswer, OperationError } from '../api/fetch-operation.ts';

/** An error in the reader's terms. */
export interface ErrorDescription {
  readonly title: string;
  /** What happened and what to do about it. */
  readonly advice: string;
  /** The list to choose from instead. */
  readonly list?: { readonly to: '/documents' | '/actors'; readonly label: string };
  /** Whether a retry would fail in the same way. */
  readonly isPermanent?: boolean;
}

/** Descriptions of the server's codes for an unknown name in the address. */
const UNKNOWN_NAMES: Readonly<Record<string, Pick<ErrorDescription, 'title' | 'list'>>> = {
  UNKNOWN_DOCUMENT: {
    title: 'Document not found',
    list: { to: '/documents', label: 'All documents' },
  },
  UNKNOWN_ACTOR: {
    title: 'Actor not found',
    list: { to: '/actors', label: 'All actors' },
  },
  UNKNOWN_CONDITION: { title: 'Condition not found' },
};

/** Describes an error of an operation, or any other that a component has thrown. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof OperationError) return describeAnswer(error.answer);
  return {
    title: 'Something went wrong',
    advice: `Reload the page. If the error persists, report it to the operator of this server: ${String(error)}`,
  };
}

function describeAnswer(answer: FailedAnswer): ErrorDescription {
  switch (answer.kind) {
    case 'graphql':
      return describeProblems(answer.errors);
    case 'network':
      return {
        title: 'Cannot reach the server',
        advice: 'Check your connection and that the server is running, then try again.',
      };
    case 'timeout':
      return {
        title: 'The request timed out',
        advice: `There was no response within ${answer.afterMs / 1000} seconds. Try a shorter period or fewer actors.`,
      };
    case 'http':
      return {
        title: 'Unexpected response',
        advice: `The response (status ${answer.status}) is not from Démarche; a proxy may be failing. Try again later.`,
      };
    case 'aborted':
      break;
  }
  return { title: 'The request was cancelled', advice: 'Try again.' };
}

function describeProblems(problems: readonly GraphQLProblem[]): ErrorDescription {
  if (problems.some(isPeriodReversed)) {
    return {
      title: 'The period ends before it starts',
      advice: 'Choose an earlier “From” or a later “To”.',
      isPermanent: true,
    };
  }
  const advice = problems.map(({ message }) => message).join(' ');
  const unknownName = problems
    .map(({ extensions }) => UNKNOWN_NAMES[String(extensions?.['code'])])
    .find((description) => description !== undefined);
  if (unknownName) return { ...unknownName, advice, isPermanent: true };
  return { title: 'The server rejected the request', advice };
}

/** Invalid days never reach the server, so an error on the first day means that it is after the last. */
function isPeriodReversed({ extensions }: GraphQLProblem): boolean {
  const input = extensions?.['input'];
  return Array.isArray(input) && input.at(-1) === 'statedFrom';
}
