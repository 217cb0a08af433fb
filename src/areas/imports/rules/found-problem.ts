/** A row that does not fit, with its place and what its sentence names. */
export type FoundProblem = {
  readonly file: string;
  /** Physical line of the file, the header included; the row number of a sheet. */
  readonly line: number;
  readonly field: string;
  /** A phrase of the area's words; `<code>_remedy` says what to do. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** What else is wrong with the row, so that it is mended once. */
  readonly also?: readonly Pick<FoundProblem, 'field' | 'code' | 'facts'>[];
};
