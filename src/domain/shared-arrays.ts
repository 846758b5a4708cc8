/**
 * Arrays that all threads of the process read: they are handed to another thread without a copy.
 * Nothing writes to them once the value that they belong to is complete.
 */

/** An array of zeros. */
export function sharedInt32(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

/** An array of zeros. */
export function sharedUint8(length: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(length));
}

/** A copy that threads share. */
export function sharedCopy(values: Int32Array): Int32Array<SharedArrayBuffer> {
  const copy = sharedInt32(values.length);
  copy.set(values);
  return copy;
}

/** The same for values below 65,536, in half the memory. */
export function sharedNarrowCopy(values: Int32Array): Uint16Array<SharedArrayBuffer> {
  const copy = new Uint16Array(
    new SharedArrayBuffer(values.length * Uint16Array.BYTES_PER_ELEMENT),
  );
  copy.set(values);
  return copy;
}
