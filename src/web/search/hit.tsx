import { Link } from '@tanstack/react-router';
import type { ExplorerSearchQuery } from '#src/client/generated/graphql.ts';
import { dateText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import { Snippet } from '../words/snippet.tsx';
import { ACTOR_KIND_WORD, DOCUMENT_KIND_WORD, STANCE_WORD } from '../words/vocabulary.ts';

type Found = ExplorerSearchQuery['search']['nodes'][number];

/** One thing that was found, with the words around what was sought. */
export function Hit({ hit: { subject, snippet } }: { readonly hit: Found }) {
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
          <span>{ACTOR_KIND_WORD[subject.actorKind]}</span>{' '}
          <Link to="/actors/$slug" params={{ slug: subject.slug }}>
            {subject.name}
          </Link>
        </p>
      );
    case 'Document':
      return (
        <p className="hit-head">
          <span>{DOCUMENT_KIND_WORD[subject.documentKind]}</span>{' '}
          <Link to="/documents/$reference" params={{ reference: subject.reference }}>
            {subject.reference}: <Plain text={subject.title ?? ''} />
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
      <span className={`tag ${subject.stance}`}>{STANCE_WORD[subject.stance]}</span>{' '}
      <Link
        to="/documents/$reference"
        params={{ reference: subject.document.reference }}
        search={{ position: subject.id }}
      >
        {subject.holder.name}, {subject.condition.title}, {dateText(subject)}
      </Link>
    </p>
  );
}
