/** Applies to every page; the rest is forbidden unless a page allows it. */
const BASE = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

/** A `Content-Security-Policy` that forbids everything but the given directives. */
export function contentSecurityPolicy(...directives: readonly string[]): string {
  return ["default-src 'none'", ...directives, ...BASE].join('; ');
}
