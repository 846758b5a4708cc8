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
