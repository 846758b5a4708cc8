/** Types for the functions of html-to-text used here; the package ships none. */
declare module 'html-to-text' {
  interface ConvertOptions {
    readonly wordwrap?: number | false;
    readonly limits?: { readonly maxInputLength?: number };
  }
  /** Creates a function that converts markup to plain text. */
  export function compile(options: ConvertOptions): (html: string) => string;
}
