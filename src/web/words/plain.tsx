/**
 * Text of a document or of a stranger, shown as it is: signs that turn the direction of what follows,
 * or that nobody sees, are shown by their numbers and turn nothing.
 */

/** Controls and format signs, but for ends of lines and what some scripts are written with. */
const UNSEEN = /((?![\t\n\r\u00ad\u0600-\u0605\u200c\u200d])[\p{Cc}\p{Cf}])/u;

export function Plain({ text }: { readonly text: string }) {
  if (!UNSEEN.test(text)) return <bdi>{text}</bdi>;
  return (
    <bdi>
      {text.split(UNSEEN).map((part, i) =>
        // Every second part is one of the signs that the text was split by.
        i % 2 === 1 ? (
          <span key={i} className="sign" title="A sign that is not seen">
            {nameOf(part)}
          </span>
        ) : (
          part
        ),
      )}
    </bdi>
  );
}

function nameOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
