import { Link } from '@tanstack/react-router';
import type { ExplorerEvidenceQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatCount } from '../format/numbers.ts';

/** For a cell without positions: the documents that may contain some, because they mention the condition and the actor. */
export function CodingGap({
  gap,
}: {
  readonly gap: ExplorerEvidenceQuery['comparison']['gaps'][number] | undefined;
}) {
  if (gap === undefined || gap.documentCount === 0)
    return <p>No positions, and no document mentions this condition with this actor.</p>;
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
