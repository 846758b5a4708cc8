/**
 * Recognises page furniture around an article: navigation, sharing, advertisements, comments,
 * dumps.
 */
const SHORT_FURNITURE =
  /^(?:share(?: this)?(?: on)?(?: \w+)?|tweet|print(?: this)?(?: page)?|e-?mail(?: this)?|save|facebook|twitter|linkedin|whatsapp|google\+?|pinterest|reddit|advertisement|adverti[sz]ing|skip to .{1,40}|home|menu|search|log ?in|sign (?:in|up)(?: .{0,40})?|subscribe(?: .{0,40})?|follow us(?: .{0,40})?|read more(?: .{0,80})?|more (?:on|from) .{1,60}|most (?:read|popular|viewed)|back to top|next|previous|(?:image|photo|video) ?\d*|continue reading .{0,80}|cookie.{0,80}|privacy policy|terms (?:of|and) .{1,30}|contact us|about us|rss|tags?:.{0,160}|font size.{0,20}|listen|\d+ (?:comments?|shares?|views?))$/i;
const TAIL_HEADING =
  /^(?:comments?(?: \(\d+\))?:?|leave a (?:comment|reply)|post a comment|related(?: (?:stories|articles|news|content|links|topics|videos|posts))?:?|you (?:may|might) also like.{0,20}|more stories|recommended.{0,30}|latest (?:news|stories))$/i;
const DUMP =
  /^(?:(?:string|array|object|int|float|bool)\(\w{1,12}\)|[[{]\s?[[{"]|<\?|function ?\(|var \w|window\.|@media)/;
const INITIALS = /^[A-Z]{1,4}(?:\/[A-Z]{1,4}){1,3}$/;

/** Whether a block is code or a dump of a program's values, printed on the page by mistake. */
export function isDump(block: string): boolean {
  return DUMP.test(block.slice(0, 60));
}

/** Whether a short block is a button, menu item, advertisement or similar. */
export function isPageFurniture(block: string): boolean {
  return isDump(block) || (block.length <= 180 && SHORT_FURNITURE.test(block.trim()));
}

/** Whether a block is the initials that sign an agency story: `BA/BA`. */
export function isInitials(block: string): boolean {
  return block.length <= 20 && INITIALS.test(block.trim());
}

/** Whether a block begins the part of the page below the article: comments, related stories. */
export function opensPageTail(block: string): boolean {
  const first = block.slice(0, 80).split('\n', 1)[0] ?? '';
  return TAIL_HEADING.test(first.trim());
}
