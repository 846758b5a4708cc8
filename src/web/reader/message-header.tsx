import type { ExplorerDocumentQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatDate } from '../format/dates.ts';

type Message = NonNullable<ExplorerDocumentQuery['document']>['messages'][number];

/** Header of one message in an email thread. */
export function MessageHeader({
  message: { from, to, subject, sentAt },
}: {
  readonly message: Message;
}) {
  return (
    <header className="message">
      <strong>
        Message{from != null && ' from '}
        {from != null && <IsolatedText text={from} />}
      </strong>
      {to.length > 0 && (
        <span>
          to <IsolatedText text={to.join('; ')} />
        </span>
      )}
      {subject != null && <IsolatedText text={subject} />}
      {sentAt != null && <time dateTime={sentAt}>{formatDate(sentAt)}</time>}
    </header>
  );
}
