import type { ExplorerDocumentQuery } from '#src/client/generated/graphql.ts';

type Document = NonNullable<ExplorerDocumentQuery['document']>;

/** A part of the text: a passage, or the text between two passages. Offsets in UTF-16 units. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly passage: Document['passages'][number] | null;
  /** Heading of the section that starts with this block. */
  readonly section: string | null;
  /** Message of an email thread that starts with this block. */
  readonly message: Document['messages'][number] | null;
}

/** Splits the whole text at its passages and messages, without gaps or overlaps. */
export function splitIntoBlocks({ textLength, passages, messages }: Document): readonly Block[] {
  const cuts = new Set([0, textLength]);
  for (const { start, end } of passages) {
    cuts.add(start);
    cuts.add(end);
  }
  for (const { start } of messages) cuts.add(start);
  const offsets = [...cuts].toSorted((a, b) => a - b);
  const sections = new Map(
    passages.flatMap(({ start, heading }, i) =>
      heading != null && heading !== passages[i - 1]?.heading ? [[start, heading]] : [],
    ),
  );
  return offsets.slice(0, -1).map((start, i) => {
    const end = offsets[i + 1] ?? textLength;
    return {
      start,
      end,
      passage: passages.find((each) => each.start <= start && each.end >= end) ?? null,
      section: sections.get(start) ?? null,
      message: messages.find((each) => each.start === start) ?? null,
    };
  });
}
