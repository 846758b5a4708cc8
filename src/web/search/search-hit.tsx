import { Link } from '@tanstack/react-router';
import type { ExplorerSearchQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatStatedDate } from '../format/dates.ts';
import { ACTOR_KIND_LABEL, DOCUMENT_KIND_LABEL, STANCE_LABEL } from '../format/enum-labels.ts';
import { Snippet } from './snippet.tsx';

type Hit = ExplorerSearchQuery['search']['nodes'][number];

/** One search result, with the matched words in context. */
export function SearchHit({ hit: { subject, snippet } }: { readonly hit: Hit }) {
  return (
    <>
      <Heading subject={subject} />
      <p>
        <Snippet html={snippet} />
      </p>
    </>
  );
}

function Heading({ subject }: { readonly subject: Hit['subject'] }) {
  switch (subject.__typename) {
    case 'Actor':
      return (
        <p className="hit-heading">
          <span>{ACTOR_KIND_LABEL[subject.actorKind]}</span>{' '}
          <Link to="/actors/$slug" params={{ slug: subject.slug }}>
            {subject.name}
          </Link>
        </p>
      );
    case 'Document':
      return (
        <p className="hit-heading">
          <span>{DOCUMENT_KIND_LABEL[subject.documentKind]}</span>{' '}
          <Link to="/documents/$reference" params={{ reference: subject.reference }}>
            {subject.reference}: <IsolatedText text={subject.title ?? ''} />
          </Link>
        </p>
      );
    case 'Passage':
      return (
        <p className="hit-heading">
          <span>passage</span>{' '}
          <Link
            to="/documents/$reference"
            params={{ reference: subject.document.reference }}
            search={{ at: String(subject.start) }}
          >
            {subject.document.reference}
            {subject.number != null && `, paragraph ${subject.number}`}
          </Link>
        </p>
      );
    case 'Position':
      break;
  }
  return (
    <p className="hit-heading">
      <span className={`tag ${subject.stance}`}>{STANCE_LABEL[subject.stance]}</span>{' '}
      <Link
        to="/documents/$reference"
        params={{ reference: subject.document.reference }}
        search={{ position: subject.id }}
      >
        {subject.holder.name}, {subject.condition.title}, {formatStatedDate(subject)}
      </Link>
      {subject.counting === 'NOT_COUNTED' && ' (not counted in figures)'}
    </p>
  );
}
