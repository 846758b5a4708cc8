import { Link } from '@tanstack/react-router';
import type { ExplorerSearchQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatStatedDate } from '../format/dates.ts';
import { ACTOR_KIND_LABEL, DOCUMENT_KIND_LABEL, STANCE_LABEL } from '../format/enum-labels.ts';
import { Snippet } from './snippet.tsx';

type Found = ExplorerSearchQuery['search']['nodes'][number];

/** One thing that was found, with the words around what was sought. */
export function SearchHit({ hit: { subject, snippet } }: { readonly hit: Found }) {
  return (
    <>
      <Heading subject={subject} />
      <p>
        <Snippet html={snippet} />
      </p>
    </>
  );
}

function Heading({ subject }: { readonly subject: Found['subject'] }) {
  switch (subject.__typename) {
    case 'Actor':
      return (
        <p className="hit-head">
          <span>{ACTOR_KIND_LABEL[subject.actorKind]}</span>{' '}
          <Link to="/actors/$slug" params={{ slug: subject.slug }}>
            {subject.name}
          </Link>
        </p>
      );
    case 'Document':
      return (
        <p className="hit-head">
          <span>{DOCUMENT_KIND_LABEL[subject.documentKind]}</span>{' '}
          <Link to="/documents/$reference" params={{ reference: subject.reference }}>
            {subject.reference}: <IsolatedText text={subject.title ?? ''} />
          </Link>
        </p>
      );
    case 'Passage':
      return (
        <p className="hit-head">
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
    <p className="hit-head">
      <span className={`tag ${subject.stance}`}>{STANCE_LABEL[subject.stance]}</span>{' '}
      <Link
        to="/documents/$reference"
        params={{ reference: subject.document.reference }}
        search={{ position: subject.id }}
      >
        {subject.holder.name}, {subject.condition.title}, {formatStatedDate(subject)}
      </Link>
    </p>
  );
}
