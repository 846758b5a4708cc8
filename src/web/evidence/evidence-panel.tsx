import { Dialog } from '@base-ui/react/dialog';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { ExplorerEvidenceDocument } from '#src/client/generated/graphql.ts';
import { questionByPages } from '../api/ask.ts';
import { MoreButton } from '../frame/more-button.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { filterOf, rowOf, type View } from '../view/view.ts';
import { counted, inPublic, numeral, signed } from '../words/vocabulary.ts';
import { CopyButton } from './copy-button.tsx';
import { Gap } from './gap.tsx';
import { PositionCard } from './position-card.tsx';

interface Shown {
  readonly actor: string;
  readonly condition: string;
  readonly view: View;
  readonly onClose: () => void;
}

/** The positions behind a cell, beside the matrix; over it on a narrow screen. */
export function EvidencePanel({ actor, condition, view, onClose }: Shown) {
  const isNarrow = useIsNarrow();
  const title = useRef<HTMLHeadingElement>(null);
  const answer = useInfiniteQuery(
    questionByPages(
      ExplorerEvidenceDocument,
      { of: rowOf(actor, view), condition, filter: filterOf(view) },
      ({ comparison }) => comparison.rows[0]?.cells[0]?.positions.pageInfo,
    ),
  );
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = answer;
  const comparison = data?.pages[0]?.comparison;
  const cell = comparison?.rows[0]?.cells[0];
  const nodes = data?.pages.flatMap(
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
            <Dialog.Close className="close" aria-label="Close the evidence">
              ×
            </Dialog.Close>
          </header>
          {error && <Trouble error={error} reset={() => void refetch()} />}
          {!data && !error && <div className="panel-wait" aria-busy="true" />}
          {cell && comparison && (
            <>
              <p className="proposition">{cell.condition.proposition}</p>
              {cell.count > 0 ? (
                <p className="figures">
                  {counted(cell.count, 'position')} in {counted(cell.documentCount, 'document')};
                  mean {signed(cell.mean ?? 0)}, median {signed(cell.median ?? 0)}
                  {cell.agreement != null && `, agreement ${cell.agreement.toFixed(2)}`}
                  {cell.publicPrivateGap != null && `; ${inPublic(cell.publicPrivateGap)}`}.
                </p>
              ) : (
                <Gap gap={comparison.gaps[0]} />
              )}
              <ol className="cards">
                {nodes?.map((position) => (
                  <li key={position.id}>
                    <PositionCard position={position} revision={comparison.revision} />
                  </li>
                ))}
              </ol>
              <MoreButton
                {...{ hasNextPage, isFetchingNextPage, fetchNextPage }}
                name={`More of ${numeral(cell.positions.totalCount)}`}
              />
              <CopyButton
                text={() => comparison.citation.text}
                name="Copy these figures’ citation"
              />
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
