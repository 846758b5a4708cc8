import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../components/use-page-title.ts';

/** The page of an address that matches no route. */
export function NotFoundPage() {
  usePageTitle('Page not found');
  return (
    <div className="error-message">
      <h1>Page not found</h1>
      <p>
        Check the address, or go to the <Link to="/">comparison</Link>, the{' '}
        <Link to="/documents">documents</Link> or the <Link to="/actors">actors</Link>.
      </p>
    </div>
  );
}
