import { Link } from '@tanstack/react-router';
import type { ExplorerEvidenceQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatCount } from '../format/numbers.ts';

/** Where one might look, where there is nothing coded. */
export function CodingGap({
  gap,
}: {
  readonly gap: ExplorerEvidenceQuery['comparison']['gaps'][number] | undefined;
}) {
  if (gap === undefined || gap.documentCount === 0)
    return <p>No positions, and no document mentions it for this actor.</p>;
  return (
    <>
      <p>
        No positions. {formatCount(gap.documentCount, 'document mentions', 'documents mention')} it
        for this actor all the same:
      </p>
      <ul>
        {gap.documents.nodes.map(({ reference, title }) => (
          <li key={reference}>
            <Link to="/documents/$reference" params={{ reference }}>
              <IsolatedText text={title ?? reference} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
