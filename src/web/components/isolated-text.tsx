/** Text from a document or a user: its direction (left to right or right to left) does not affect what follows. */
export function IsolatedText({ text }: { readonly text: string }) {
  return <bdi>{text}</bdi>;
}
