/** An answer's value: its shape is that of the query, which only its test knows. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;
