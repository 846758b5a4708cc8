import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExplorerDocumentQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatDate } from '../format/dates.ts';
import { DOCUMENT_KIND_LABEL } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';

type Document = NonNullable<ExplorerDocumentQuery['document']>;
type Role = Document['correspondents'][number]['role'];

const ROLES: readonly (readonly [Role, string])[] = [
  ['AUTHOR', 'From'],
  ['ADDRESSEE', 'To'],
  ['COPY', 'Copies'],
];

/** What the document says of itself, and where it came from. */
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
          Only the sentences that are quoted are held here, because the whole is somebody’s
          copyright. Whoever has the full text can import it under the same reference.
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
        <Said name="Classification" value={document.classification} />
        <Item name="Release">
          {document.release.toLowerCase()}
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
              {references.map(({ asWritten, document: known }) => (
                <li key={asWritten}>
                  {known ? (
                    <DocumentLink reference={known.reference} title={known.title} />
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
      <details>
        <summary>Markings, rights and where it came from</summary>
        <dl>
          <Said name="Handling" value={document.handling.join(', ')} />
          <Said name="Tags" value={document.tags.join(', ')} />
          <Said name="Case" value={document.caseNumber} />
          <Said name="Origin" value={document.origin} />
          <Said name="Rights" value={document.rights} />
          <Said name="Provenance" value={document.provenance} />
          <Item name="Text" isWide>
            {formatCount(document.textLength, 'character')}, SHA-256{' '}
            <code title={document.sha256}>{document.sha256.slice(0, 12)}…</code>
          </Item>
        </dl>
      </details>
      {document.warnings.length > 0 && (
        <details>
          <summary>{formatCount(document.warnings.length, 'remark')} from reading it</summary>
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

/** A sentence takes a line of its own. */
const LONG = 60;

function Said({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | null | undefined;
}) {
  if (value == null || value === '') return null;
  return (
    <Item name={name} isWide={value.length > LONG}>
      <IsolatedText text={value} />
    </Item>
  );
}

interface Shown {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Item({ name, isWide = false, children }: Shown) {
  return (
    <div className={isWide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
