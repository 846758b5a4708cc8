/**
 * Text of a document or of a stranger, shown as it is: signs that turn the direction of what follows,
 * or that nobody sees, are shown by their numbers and turn nothing.
 */

/** Bidirectional controls, zero-width signs, and controls but for tabs and ends of lines. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /([\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/;

export function Plain({ text }: { readonly text: string }) {
  if (!UNSEEN.test(text)) return <bdi>{text}</bdi>;
  return (
    <bdi>
      {text.split(UNSEEN).map((part, i) =>
        // Every second part is one of the signs that the text was split by.
        i % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move.
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
