import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExplorerDocumentQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatDate } from '../format/dates.ts';
import { DOCUMENT_KIND_LABEL, RELEASE_LABEL } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';
import { DocumentCodings } from './document-codings.tsx';

type Document = NonNullable<ExplorerDocumentQuery['document']>;
type Role = Document['correspondents'][number]['role'];

const ROLES: readonly (readonly [Role, string])[] = [
  ['AUTHOR', 'From'],
  ['ADDRESSEE', 'To'],
  ['COPY', 'Copy'],
];

/** Title, correspondents, dates, markings and provenance of a document. */
export function DocumentHeader({ document }: { readonly document: Document }) {
  const { reference, title, kind, correspondents, enclosedBy, enclosures, references } = document;
  return (
    <header className="document-header">
      <p className="subtitle">
        {DOCUMENT_KIND_LABEL[kind]} {reference}
      </p>
      <h1>
        <IsolatedText text={title ?? reference} />
      </h1>
      {document.textCoverage === 'EXCERPTS' && (
        <p className="excerpts">
          Only the quoted sentences are available here, because the full text is under copyright. If
          you have the full text, you can import it under the same reference.
        </p>
      )}
      {document.purge && (
        <p className="excerpts">
          The words of this document were removed from every revision, in revision{' '}
          {document.purge.revision.number}: <IsolatedText text={document.purge.reason} />
        </p>
      )}
      <dl>
        {ROLES.map(([role, name]) => {
          const named = correspondents.filter((each) => each.role === role);
          return (
            named.length > 0 && (
              <Item key={role} name={name}>
                <ul className="inline">
                  {named.map(({ asWritten, actor }) => (
                    <li key={asWritten}>
                      {actor ? (
                        <Link to="/actors/$slug" params={{ slug: actor.slug }}>
                          <IsolatedText text={asWritten} />
                        </Link>
                      ) : (
                        <IsolatedText text={asWritten} />
                      )}
                    </li>
                  ))}
                </ul>
              </Item>
            )
          );
        })}
        {document.createdAt != null && (
          <Item name="Date">
            <time dateTime={document.createdAt}>{formatDate(document.createdAt)}</time>
          </Item>
        )}
        <TextItem name="Classification" value={document.classification} />
        <Item name="Release">
          {RELEASE_LABEL[document.release]}
          {document.releasedAt != null && `, ${formatDate(document.releasedAt)}`}
        </Item>
        {enclosedBy && (
          <Item name="Enclosed by">
            <DocumentLink reference={enclosedBy.reference} title={enclosedBy.title} />
          </Item>
        )}
        {enclosures.length > 0 && (
          <Item name="Encloses" isWide>
            <ul>
              {enclosures.map((each) => (
                <li key={each.reference}>
                  <DocumentLink reference={each.reference} title={each.title} />
                </li>
              ))}
            </ul>
          </Item>
        )}
        {references.length > 0 && (
          <Item name="Refers to" isWide>
            <ul>
              {references.map(({ asWritten, document: target }) => (
                <li key={asWritten}>
                  {target ? (
                    <DocumentLink reference={target.reference} title={target.title} />
                  ) : (
                    <>
                      <IsolatedText text={asWritten} /> <small>not in this corpus</small>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Item>
        )}
      </dl>
      <dl>
        {document.codings.length > 0 && (
          <Item name="Coded by" isWide>
            <DocumentCodings codings={document.codings} />
          </Item>
        )}
      </dl>
      <details>
        <summary>Markings, rights and provenance</summary>
        <dl>
          <TextItem name="Handling" value={document.handling.join(', ')} />
          <TextItem name="Tags" value={document.tags.join(', ')} />
          <TextItem name="Case number" value={document.caseNumber} />
          <TextItem name="Origin" value={document.origin} />
          <TextItem name="Rights" value={document.rights} />
          <TextItem name="Provenance" value={document.provenance} />
          <Item name="Text" isWide>
            {formatCount(document.textLength, 'character')}, SHA-256{' '}
            <code title={document.sha256}>{document.sha256.slice(0, 12)}…</code>
          </Item>
        </dl>
      </details>
      {document.warnings.length > 0 && (
        <details>
          <summary>{formatCount(document.warnings.length, 'warning')} from the import</summary>
          <ul>
            {document.warnings.map((warning) => (
              <li key={warning}>
                <IsolatedText text={warning} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

function DocumentLink({
  reference,
  title,
}: {
  readonly reference: string;
  readonly title?: string | null | undefined;
}) {
  return (
    <Link to="/documents/$reference" params={{ reference }}>
      {reference}
      {title != null && (
        <>
          : <IsolatedText text={title} />
        </>
      )}
    </Link>
  );
}

/** Longer values, in characters, take the full width. */
const MAX_COLUMN_LENGTH = 60;

function TextItem({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | null | undefined;
}) {
  if (value == null || value === '') return null;
  return (
    <Item name={name} isWide={value.length > MAX_COLUMN_LENGTH}>
      <IsolatedText text={value} />
    </Item>
  );
}

interface ItemProps {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Item({ name, isWide = false, children }: ItemProps) {
  return (
    <div className={isWide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
