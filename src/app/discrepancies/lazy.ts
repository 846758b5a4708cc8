/** A function that computes its value on the first call and returns the same value afterwards. */
export function lazy<Value>(compute: () => Value): () => Value {
  let result: { readonly value: Value } | null = null;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
