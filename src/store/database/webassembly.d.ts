// The part of the WebAssembly API that schema-engine.ts uses. TypeScript declares it only in the DOM library.
declare namespace WebAssembly {
  type Exports = Record<string, unknown>;
  function instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ readonly instance: { readonly exports: Exports } }>;
}
