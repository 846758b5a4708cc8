/** Place of a value in the input of a use case, for error messages: `['filter', 'reportedBy', 0]`. */
export type InputPath = readonly (string | number)[];
