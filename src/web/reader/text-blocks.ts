import type { ExplorerDocumentQuery } from '#src/client/generated/graphql.ts';

type Document = NonNullable<ExplorerDocumentQuery['document']>;

/** A stretch of the text that is shown as one: a passage, or what stands between two. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly passage: Document['passages'][number] | null;
  /** The heading of the section that begins with it. */
  readonly section: string | null;
  /** The message that begins with it, in a thread of emails. */
  readonly message: Document['messages'][number] | null;
}

/** The whole text, cut at its passages and messages; nothing is left out and nothing comes twice. */
export function splitIntoBlocks({ textLength, passages, messages }: Document): readonly Block[] {
  const cuts = new Set([0, textLength]);
  for (const { start, end } of passages) {
    cuts.add(start);
    cuts.add(end);
  }
  for (const { start } of messages) cuts.add(start);
  const places = [...cuts].toSorted((a, b) => a - b);
  const sections = new Map(
    passages.flatMap(({ start, heading }, i) =>
      heading != null && heading !== passages[i - 1]?.heading ? [[start, heading]] : [],
    ),
  );
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? textLength;
    return {
      start,
      end,
      passage: passages.find((each) => each.start <= start && each.end >= end) ?? null,
      section: sections.get(start) ?? null,
      message: messages.find((each) => each.start === start) ?? null,
    };
  });
}
