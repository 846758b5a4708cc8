/** What is shown in the place of an answer: what went wrong, and what to do about it. */
import { Link } from '@tanstack/react-router';
import { type Failed, Unanswered } from '../api/ask.ts';

interface Shown {
  readonly error: unknown;
  readonly reset?: () => void;
  /** Whether it is all that the page has to show. */
  readonly isPage?: boolean;
}

export function Trouble({ error, reset, isPage = false }: Shown) {
  const { title, advice } = describe(error);
  return (
    <div className="trouble" role="alert">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{advice}</p>
      {reset && (
        <button type="button" onClick={reset}>
          Try again
        </button>
      )}
    </div>
  );
}

export function NotFound() {
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
}

function describe(error: unknown): Said {
  if (error instanceof Unanswered) return describeAnswer(error.answer);
  return {
    title: 'The page has broken down',
    advice: `Reload it; if that does not help, tell whoever runs this server: ${String(error)}`,
  };
}

function describeAnswer(answer: Failed): Said {
  switch (answer.kind) {
    case 'graphql':
      return {
        title: 'The server cannot answer that',
        advice: answer.errors.map(({ message }) => message).join(' '),
      };
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
  return { title: 'The question was given up', advice: 'Ask again.' };
}
