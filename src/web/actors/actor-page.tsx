import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ExplorerActorDocument } from '#src/client/generated/graphql.ts';
import { questionByPages } from '../api/ask.ts';
import { MoreButton } from '../frame/more-button.tsx';
import { Trouble, troubleTitle } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { dateText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import { ACTOR_KIND_WORD, CHANNEL_WORD, counted, STANCE_WORD } from '../words/vocabulary.ts';
import { Offices } from './offices.tsx';

/** An actor: how it is spelt, what it was part of and when, who spoke for it, what it holds. */
export function ActorPage() {
  const { slug } = useParams({ from: '/actors/$slug' });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    questionByPages(ExplorerActorDocument, { slug }, ({ actor }) => actor.positions.pageInfo),
  );
  const actor = data?.pages[0]?.actor;
  useTitle(error ? troubleTitle(error) : (actor?.name ?? 'Actor'));
  const offices = useMemo(
    () =>
      actor?.affiliations.map(({ organisation, ...rest }) => ({ ...rest, with: organisation })) ??
      [],
    [actor],
  );
  const members = useMemo(
    () => actor?.members.map(({ member, ...rest }) => ({ ...rest, with: member })) ?? [],
    [actor],
  );
  if (error) return <Trouble isPage error={error} reset={() => void refetch()} />;
  if (actor === undefined) return <div className="list-wait" aria-busy="true" />;
  return (
    <div className="actor-page">
      <p className="kind">{ACTOR_KIND_WORD[actor.kind]}</p>
      <h1>{actor.name}</h1>
      {actor.description != null && (
        <p>
          <Plain text={actor.description} />
        </p>
      )}
      {actor.aliases.length > 0 && (
        <p className="facts">
          Also spelt <Plain text={actor.aliases.join('; ')} />
        </p>
      )}
      <p>
        <Link to="/" search={{ actors: [slug] }}>
          Row in the matrix
        </Link>{' '}
        ·{' '}
        <Link to="/time" search={{ actors: [slug] }}>
          stances over time
        </Link>
      </p>
      <Offices title="Offices and memberships" spans={offices} name={`demarche-${slug}-offices`} />
      <Offices title="Members" spans={members} name={`demarche-${slug}-members`} />
      <h2>{counted(actor.positions.totalCount, 'position')}, the latest first</h2>
      <ul className="entries">
        {data?.pages
          .flatMap((page) => page.actor.positions.nodes)
          .map((position) => (
            <li key={position.id}>
              <span className={`tag ${position.stance}`}>{STANCE_WORD[position.stance]}</span>{' '}
              <Link
                to="/documents/$reference"
                params={{ reference: position.document.reference }}
                search={{ position: position.id }}
              >
                {position.condition.title}
              </Link>
              <p>
                <Plain text={position.summary} />
              </p>
              <p className="facts">
                {position.holder.slug !== slug && `${position.holder.name}, `}
                {dateText(position)}, {CHANNEL_WORD[position.channel]}, in{' '}
                {position.document.reference}
              </p>
            </li>
          ))}
      </ul>
      <MoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </div>
  );
}
