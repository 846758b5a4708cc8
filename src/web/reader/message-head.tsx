import type { ExplorerDocumentQuery } from '#src/client/generated/graphql.ts';
import { dayText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';

type Message = NonNullable<ExplorerDocumentQuery['document']>['messages'][number];

/** Where one message of a thread begins. */
export function MessageHead({
  message: { from, to, subject, sentAt },
}: {
  readonly message: Message;
}) {
  return (
    <header className="message">
      <strong>
        Message{from != null && ' from '}
        {from != null && <Plain text={from} />}
      </strong>
      {to.length > 0 && (
        <span>
          to <Plain text={to.join('; ')} />
        </span>
      )}
      {subject != null && <Plain text={subject} />}
      {sentAt != null && <time dateTime={sentAt}>{dayText(sentAt)}</time>}
    </header>
  );
}
