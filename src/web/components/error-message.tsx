/** What is shown in the place of an answer: what went wrong, and what to do about it. */
import { Link } from '@tanstack/react-router';
import type { GraphQLProblem } from '#src/client/client.ts';
import { type FailedAnswer, OperationError } from '../api/fetch-operation.ts';
import { usePageTitle } from './use-page-title.ts';

interface Shown {
  readonly error: unknown;
  readonly reset?: () => void;
  /** Whether it is all that the page has to show. */
  readonly isPage?: boolean;
}

export function ErrorMessage({ error, reset, isPage = false }: Shown) {
  const { title, advice, list, isCertain = false } = describe(error);
  return (
    <div className="trouble" role="alert">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{advice}</p>
      {list && (
        <p>
          <Link to={list.to}>{list.name}</Link>
        </p>
      )}
      {reset && !isCertain && (
        <button type="button" onClick={reset}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What a page is called that has nothing but a trouble to show. */
export function errorTitle(error: unknown): string {
  return describe(error).title;
}

export function NotFound() {
  usePageTitle('There is no such page');
  return (
    <div className="trouble">
      <h1>There is no such page</h1>
      <p>
        The address may be mistyped. Start from <Link to="/">the matrix</Link>, or look among{' '}
        <Link to="/documents">the documents</Link> and <Link to="/actors">the actors</Link>.
      </p>
    </div>
  );
}

interface Said {
  readonly title: string;
  readonly advice: string;
  /** Where there are others of the kind. */
  readonly list?: { readonly to: '/documents' | '/actors'; readonly name: string };
  /** Whether the answer would be the same if one tried again. */
  readonly isCertain?: boolean;
}

/** What an address can name that is not there, by the server's code for it. */
const UNKNOWN: Readonly<Record<string, Pick<Said, 'title' | 'list'>>> = {
  UNKNOWN_DOCUMENT: {
    title: 'There is no such document',
    list: { to: '/documents', name: 'All documents' },
  },
  UNKNOWN_ACTOR: {
    title: 'There is no such actor',
    list: { to: '/actors', name: 'All actors' },
  },
  UNKNOWN_CONDITION: { title: 'There is no such condition' },
};

function describe(error: unknown): Said {
  if (error instanceof OperationError) return describeAnswer(error.answer);
  return {
    title: 'The page has broken down',
    advice: `Reload it; if that does not help, tell whoever runs this server: ${String(error)}`,
  };
}

function describeAnswer(answer: FailedAnswer): Said {
  switch (answer.kind) {
    case 'graphql':
      return describeProblems(answer.errors);
    case 'network':
      return {
        title: 'The server does not answer',
        advice: 'Look whether it runs and whether you are connected to it, then try again.',
      };
    case 'timeout':
      return {
        title: 'The answer takes too long',
        advice: `Nothing came within ${answer.afterMs / 1000} seconds. Choose a shorter period or fewer actors, then try again.`,
      };
    case 'http':
      return {
        title: 'Something else answers in the place of the server',
        advice: `It said ${answer.status}. A proxy on the way may be in trouble; try again in a while.`,
      };
    case 'aborted':
      break;
  }
  return { title: 'The operationQuery was given up', advice: 'Ask again.' };
}

function describeProblems(problems: readonly GraphQLProblem[]): Said {
  if (problems.some(isPeriodReversed)) {
    return {
      title: 'The first day is after the last',
      advice: 'Choose an earlier day in “From” or a later one in “To”.',
      isCertain: true,
    };
  }
  const advice = problems.map(({ message }) => message).join(' ');
  const unknown = problems
    .map(({ extensions }) => UNKNOWN[String(extensions?.['code'])])
    .find((said) => said !== undefined);
  if (unknown) return { ...unknown, advice, isCertain: true };
  return { title: 'The server cannot answer that', advice };
}

/** Days that are none do not get into a view: of the first one, only its place can be wrong. */
function isPeriodReversed({ extensions }: GraphQLProblem): boolean {
  const input = extensions?.['input'];
  return Array.isArray(input) && input.at(-1) === 'statedFrom';
}
