import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ExplorerActorDocument } from '#src/client/generated/graphql.ts';
import { pagedOperationQuery } from '../api/fetch-operation.ts';
import { describeError } from '../components/describe-error.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { IsolatedText } from '../components/isolated-text.tsx';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { formatStatedDate } from '../format/dates.ts';
import { describeCoding } from '../format/describe-coding.ts';
import { ACTOR_KIND_LABEL, CHANNEL_LABEL, STANCE_LABEL } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';
import { Affiliations } from './affiliations.tsx';

/** An actor: spellings, affiliations over time, members, and positions. */
export function ActorPage() {
  const { slug } = useParams({ from: '/actors/$slug' });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    pagedOperationQuery(ExplorerActorDocument, { slug }, ({ actor }) => actor.positions.pageInfo),
  );
  const actor = data?.pages[0]?.actor;
  usePageTitle(error ? describeError(error).title : (actor?.name ?? 'Actor'));
  const affiliations = useMemo(
    () =>
      actor?.affiliations.map(({ organisation, ...rest }) => ({ ...rest, actor: organisation })) ??
      [],
    [actor],
  );
  const members = useMemo(
    () => actor?.members.map(({ member, ...rest }) => ({ ...rest, actor: member })) ?? [],
    [actor],
  );
  if (error) return <ErrorMessage isPage error={error} reset={() => void refetch()} />;
  if (actor === undefined) return <div className="list-loading" aria-busy="true" />;
  return (
    <div className="actor-page">
      <p className="subtitle">{ACTOR_KIND_LABEL[actor.kind]}</p>
      <h1>{actor.name}</h1>
      {actor.description != null && (
        <p>
          <IsolatedText text={actor.description} />
        </p>
      )}
      {actor.aliases.length > 0 && (
        <p className="facts">
          Also spelled <IsolatedText text={actor.aliases.join('; ')} />
        </p>
      )}
      <p>
        <Link to="/" search={{ actors: [slug] }}>
          Compare stances
        </Link>{' '}
        ·{' '}
        <Link to="/time" search={{ actors: [slug] }}>
          Timeline
        </Link>
      </p>
      <Affiliations
        title="Affiliations"
        affiliations={affiliations}
        name={`demarche-${slug}-offices`}
      />
      <Affiliations title="Members" affiliations={members} name={`demarche-${slug}-members`} />
      <h2>{formatCount(actor.positions.totalCount, 'position')}, latest first</h2>
      <ul className="entries">
        {data?.pages
          .flatMap((page) => page.actor.positions.nodes)
          .map((position) => (
            <li key={position.id}>
              <span className={`tag ${position.stance}`}>{STANCE_LABEL[position.stance]}</span>{' '}
              <Link
                to="/documents/$reference"
                params={{ reference: position.document.reference }}
                search={{ position: position.id }}
              >
                {position.condition.title}
              </Link>
              <p>
                <IsolatedText text={position.summary} />
              </p>
              <p className="facts">
                {position.holder.slug !== slug && `${position.holder.name}, `}
                {formatStatedDate(position)}, {CHANNEL_LABEL[position.channel]}, in{' '}
                {position.document.reference}; coded by{' '}
                <IsolatedText text={describeCoding(position)} />
              </p>
            </li>
          ))}
      </ul>
      <LoadMoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </div>
  );
}
