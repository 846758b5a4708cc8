/** Part of a response, whose shape depends on the query of the test. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

/** A response as it is if the question names its revision: with IDs that name it too. */
export function withPinnedIds(response: unknown, revision: number): Loose {
  return JSON.parse(JSON.stringify(response), (key, value: unknown) => {
    if (key !== 'id' || typeof value !== 'string') return value;
    const pinned = Buffer.from(value, 'base64').toString().replace(':', `@${revision}:`);
    return Buffer.from(pinned).toString('base64');
  });
}
