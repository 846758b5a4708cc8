import { Link } from '@tanstack/react-router';
import { describeError } from './describe-error.ts';

interface ErrorMessageProps {
  readonly error: unknown;
  /** Retries; without it, no button is shown. */
  readonly reset?: () => void;
  /** Whether the message is the whole page, so that its title is the page's heading. */
  readonly isPage?: boolean;
}

/** Shown in place of a result: what went wrong and what to do about it. */
export function ErrorMessage({ error, reset, isPage = false }: ErrorMessageProps) {
  const { title, advice, list, isPermanent = false } = describeError(error);
  return (
    <div className="error-message" role="alert">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{advice}</p>
      {list && (
        <p>
          <Link to={list.to}>{list.label}</Link>
        </p>
      )}
      {reset && !isPermanent && (
        <button type="button" onClick={reset}>
          Try again
        </button>
      )}
    </div>
  );
}
