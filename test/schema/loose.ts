/** Part of a response, whose shape depends on the query of the test. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;
