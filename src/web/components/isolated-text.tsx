/** Text of a document or of a stranger, whatever its direction, which ends where it ends. */
export function IsolatedText({ text }: { readonly text: string }) {
  return <bdi>{text}</bdi>;
}
