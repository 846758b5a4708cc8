/** The part of html-to-text's interface that the readers use; the package ships no types. */
declare module 'html-to-text' {
  interface ConvertOptions {
    readonly wordwrap?: number | false;
    readonly limits?: { readonly maxInputLength?: number };
  }
  /** Makes a converter of markup into plain text. */
  export function compile(options: ConvertOptions): (html: string) => string;
}
