import { Dialog } from '@base-ui/react/dialog';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { ExplorerEvidenceDocument } from '#src/client/generated/graphql.ts';
import { type View } from '../address/view.ts';
import { comparedActor, positionFilter } from '../address/view-variables.ts';
import { pagedOperationQuery } from '../api/fetch-operation.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { useNarrowScreen } from '../components/use-narrow-screen.ts';
import {
  formatCount,
  formatNumber,
  formatPublicPrivateGap,
  formatSigned,
  formatUncertainParty,
} from '../format/numbers.ts';
import { CodingGap } from './coding-gap.tsx';
import { PositionCard } from './position-card.tsx';

interface EvidencePanelProps {
  readonly actor: string;
  readonly condition: string;
  readonly view: View;
  readonly onClose: () => void;
}

/** The positions behind a cell: beside the matrix, or over it on narrow screens. */
export function EvidencePanel({ actor, condition, view, onClose }: EvidencePanelProps) {
  const isNarrow = useNarrowScreen();
  const title = useRef<HTMLHeadingElement>(null);
  const query = useInfiniteQuery(
    pagedOperationQuery(
      ExplorerEvidenceDocument,
      { of: comparedActor(actor, view), condition, filter: positionFilter(view) },
      ({ comparison }) => comparison.rows[0]?.cells[0]?.positions.pageInfo,
    ),
  );
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = query;
  const comparison = data?.pages[0]?.comparison;
  const cell = comparison?.rows[0]?.cells[0];
  const positions = data?.pages.flatMap(
    (page) => page.comparison.rows[0]?.cells[0]?.positions.nodes ?? [],
  );
  return (
    <Dialog.Root
      open
      modal={isNarrow}
      disablePointerDismissal
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup
          className="panel"
          initialFocus={title}
          finalFocus={() =>
            document.querySelector<HTMLElement>(
              `[data-cell="${CSS.escape(`${actor}:${condition}`)}"]`,
            )
          }
        >
          <header>
            <Dialog.Title ref={title} tabIndex={-1}>
              {cell && comparison ? (
                <>
                  {comparison.rows[0]?.actor.name}: {cell.condition.title}
                </>
              ) : (
                'Evidence'
              )}
            </Dialog.Title>
            <Dialog.Close className="close" aria-label="Close evidence">
              ×
            </Dialog.Close>
          </header>
          {error && <ErrorMessage error={error} reset={() => void refetch()} />}
          {!data && !error && <div className="panel-loading" aria-busy="true" />}
          {cell && comparison && (
            <>
              <p className="proposition">{cell.condition.proposition}</p>
              {cell.count > 0 ? (
                <p className="figures">
                  {formatCount(cell.count, 'position')} in{' '}
                  {formatCount(cell.documentCount, 'document')}; mean {formatSigned(cell.mean ?? 0)}
                  , median {formatSigned(cell.median ?? 0)}
                  {cell.agreement != null && `, agreement ${cell.agreement.toFixed(2)}`}
                  {cell.publicPrivateGap != null &&
                    `; ${formatPublicPrivateGap(cell.publicPrivateGap)}`}
                  . {formatUncertainParty(cell.uncertainPartyCount)}
                </p>
              ) : (
                <CodingGap gap={comparison.gaps[0]} />
              )}
              <ol className="cards">
                {positions?.map((position) => (
                  <li key={position.id}>
                    <PositionCard position={position} revision={comparison.revision} />
                  </li>
                ))}
              </ol>
              <LoadMoreButton
                {...{ hasNextPage, isFetchingNextPage, fetchNextPage }}
                label={`Showing ${formatNumber(positions?.length ?? 0)} of ${formatNumber(cell.positions.totalCount)}. Show more`}
                endLabel={`Showing all ${formatNumber(cell.positions.totalCount)}`}
              />
              <CopyButton
                text={() => comparison.citation.text}
                label="Copy citation for these figures"
              />
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
