// The part of the WebAssembly API that schema-engine.ts uses; the type libraries for Node leave it to the DOM's.
declare namespace WebAssembly {
  type Exports = Record<string, unknown>;
  function instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ readonly instance: { readonly exports: Exports } }>;
}
